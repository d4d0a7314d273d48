"""Initial weights: how large the random numbers are from which training starts.

Every function returns ``W`` of shape (n_out, n_in) in float64, one neuron a row.  A new
initialization is one function and one more entry of `INITIALIZATIONS`.
"""

from __future__ import annotations

from course_utils.initialization._choice import (
    INITIALIZATIONS,
    by_activation,
    init_scale,
    initialize,
)
from course_utils.initialization._draws import constant, he, lecun, normal, xavier, zeros

__all__ = [
    "INITIALIZATIONS",
    "by_activation",
    "constant",
    "he",
    "init_scale",
    "initialize",
    "lecun",
    "normal",
    "xavier",
    "zeros",
]
