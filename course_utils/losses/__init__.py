"""Losses: one number that says how wrong a network's scores are, and its gradient.

Every loss takes scores, never probabilities, and is a mean over the samples; its gradient
has the shape of the scores.  A new loss is two functions and one more entry of `LOSSES`;
everything that offers a choice of loss reads that table.
"""

from __future__ import annotations

from course_utils.losses._binary import (
    binary_cross_entropy,
    binary_cross_entropy_gradient,
    binary_hinge,
    binary_hinge_gradient,
)
from course_utils.losses._classes import (
    cross_entropy,
    cross_entropy_gradient,
    hinge,
    hinge_gradient,
)
from course_utils.losses._penalty import l2_penalty, l2_penalty_gradient
from course_utils.losses._table import LOSSES, Loss, get_loss
from course_utils.losses._targets import squared_error, squared_error_gradient

__all__ = [
    "LOSSES",
    "Loss",
    "binary_cross_entropy",
    "binary_cross_entropy_gradient",
    "binary_hinge",
    "binary_hinge_gradient",
    "cross_entropy",
    "cross_entropy_gradient",
    "get_loss",
    "hinge",
    "hinge_gradient",
    "l2_penalty",
    "l2_penalty_gradient",
    "squared_error",
    "squared_error_gradient",
]
