"""Data for the lessons: points in the plane, curves, small images, and handwritten digits.

All but the digits come out of a formula and a seed; the digits lie in this package.  Nothing
is ever downloaded.
"""

from __future__ import annotations

from course_utils.datasets._convnetjs import make_convnetjs
from course_utils.datasets._digits import load_digits
from course_utils.datasets._images import IMAGE_CLASSES, make_images
from course_utils.datasets._noisy_square import NoisySquare, make_noisy_square, square_boundary
from course_utils.datasets._points import (
    make_blobs,
    make_circles,
    make_moons,
    make_spirals,
    make_xor,
)
from course_utils.datasets._split import train_test_split
from course_utils.datasets._targets import TARGETS, Target, make_curve

__all__ = [
    "IMAGE_CLASSES",
    "TARGETS",
    "NoisySquare",
    "Target",
    "load_digits",
    "make_blobs",
    "make_circles",
    "make_convnetjs",
    "make_curve",
    "make_images",
    "make_moons",
    "make_noisy_square",
    "make_spirals",
    "make_xor",
    "square_boundary",
    "train_test_split",
]
