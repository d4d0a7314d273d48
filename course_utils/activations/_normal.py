"""The normal distribution without SciPy: the tail and the density that GELU is made of.

``math.erfc`` gives the tail for one number at a time, far too slowly for training. But the
tail falls like ``exp(-x**2 / 2)``, and what is left when that is divided out is so tame that
one polynomial, drawn through 21 of its values, gives all the others to the last digit.
"""

from __future__ import annotations

import math
from functools import cache

import numpy as np

from course_utils._arrays import Array

# The degree of the polynomial, and how far it is drawn; beyond, the bell is 0 or nearly so.
DOUBLE = (20, 37.5)
SINGLE = (9, 14.0)


def normal_gate(x: Array) -> tuple[Array, Array]:
    """Return tail and density of the normal distribution for x from 0 on.

    The tail is the chance that a normal random number is above x. It is the same as
    ``math.erfc(x / sqrt(2)) / 2`` for each number of an array.
    """
    bell = _bell(x)
    return _tail_over_bell(x) * bell, bell / math.sqrt(2 * math.pi)


def _bell(x: Array) -> Array:
    """Return ``exp(-x**2 / 2)`` without the error that rounding a large x**2 brings."""
    # x**2 = head**2 + (x - head) * (x + head), and the square of a short number is exact.
    head = np.rint(64 * x) / 64
    bell: Array = np.exp(head * head * -0.5) * np.exp((head - x) * (head + x) * 0.5)
    return bell


def _tail_over_bell(x: Array) -> Array:
    s = _squeezed(x)
    t = s - 1
    highest, *others, constant = _polynomial(*(DOUBLE if x.dtype.itemsize > 4 else SINGLE))
    p = highest * t
    for coefficient in others:
        p += coefficient
        p *= t
    p += constant
    p *= s
    return p


def _squeezed(x: Array) -> Array:
    """Return s, which falls from 2 to 0 while x goes from 0 to infinity."""
    s: Array = 8 / (4 + x)
    return s


@cache
def _polynomial(degree: int, reach: float) -> tuple[float, ...]:
    """Fit tail / bell / s for x up to reach in powers of s - 1, the highest first."""
    lowest, highest = _squeezed(np.array([reach, 0.0]))
    # Chebyshev's points: denser towards both ends, where a polynomial likes to swing out.
    share = (1 + np.cos(np.pi * (np.arange(degree + 1) + 0.5) / (degree + 1))) / 2
    x = 8 / (lowest + (highest - lowest) * share) - 4
    # In single precision w is a short number, so that w**2 is exact.
    w = (x / math.sqrt(2)).astype(np.float32).astype(np.float64)
    s = _squeezed(w * math.sqrt(2))
    tail_over_bell = [math.erfc(v) * math.exp(v * v) / 2 for v in w]
    coefficients = np.linalg.solve(np.vander(s - 1), tail_over_bell / s)
    return tuple(coefficients.tolist())
