"""What networks can represent: bumps side by side, lines with bends, folds over folds."""

from __future__ import annotations

from course_utils.approximation._bumps import bump, bump_heights, bump_sum, open_bump, step
from course_utils.approximation._errors import error_slope, sup_error
from course_utils.approximation._pieces import count_pieces
from course_utils.approximation._rectified import (
    n_linear_pieces,
    relu_interpolant,
    tent,
    tent_network,
)
from course_utils.approximation._sigmoid_bumps import bump_network, sigmoid_bump_sum

__all__ = [
    "bump",
    "bump_heights",
    "bump_network",
    "bump_sum",
    "count_pieces",
    "error_slope",
    "n_linear_pieces",
    "open_bump",
    "relu_interpolant",
    "sigmoid_bump_sum",
    "step",
    "sup_error",
    "tent",
    "tent_network",
]
