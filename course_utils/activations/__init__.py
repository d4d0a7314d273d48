"""Activation functions: each turns a pre-activation z into an activation a.

A new one is a function, its slope, and one more entry of `ACTIVATIONS`; everything that
offers a choice of activation reads that table. PReLU, maxout and softmax stand apart in
`VECTOR_ACTIVATIONS`: they are not a fixed operation on a single number.
"""

from __future__ import annotations

from course_utils.activations._classic import identity, sigmoid, tanh
from course_utils.activations._prelu import prelu, prelu_alpha_slope, prelu_slope
from course_utils.activations._rectifiers import elu, leaky_relu, relu
from course_utils.activations._smooth import gelu, gelu_tanh, silu, softplus
from course_utils.activations._table import (
    ACTIVATIONS,
    VECTOR_ACTIVATIONS,
    Activation,
    get_activation,
)
from course_utils.activations._vector import maxout, maxout_winner, softmax, softmax_jacobian

__all__ = [
    "ACTIVATIONS",
    "VECTOR_ACTIVATIONS",
    "Activation",
    "elu",
    "gelu",
    "gelu_tanh",
    "get_activation",
    "identity",
    "leaky_relu",
    "maxout",
    "maxout_winner",
    "prelu",
    "prelu_alpha_slope",
    "prelu_slope",
    "relu",
    "sigmoid",
    "silu",
    "softmax",
    "softmax_jacobian",
    "softplus",
    "tanh",
]
