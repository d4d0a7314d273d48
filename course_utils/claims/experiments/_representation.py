"""Curves to imitate, one for each seed."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from course_utils._arrays import Array
from course_utils.approximation import sup_error
from course_utils.claims._result import Seeds
from course_utils.datasets import TARGETS

WAVES = TARGETS["waves"]
DOMAIN = WAVES.interval
GRID = 2049  # points; eight to the narrowest bin

Curve = Callable[[Array], Array]


def curves(row: int, seeds: Seeds) -> list[Curve]:
    """Return a sum of five random sine waves for each seed."""
    return [_curve(np.random.default_rng([row, seed])) for seed in seeds]


def _curve(rng: np.random.Generator) -> Curve:
    height, phase = rng.standard_normal(5), rng.uniform(0, 2 * np.pi, 5)

    def curve(x: Array) -> Array:
        y: Array = np.sin(np.multiply.outer(x, np.arange(1, 6)) + phase) @ height
        return y

    return curve


def largest_error(f: Curve, g: Callable[[Array], ArrayLike], points: Array) -> float:
    """Return the largest difference on a grid over the domain and at `points`."""
    at_points = np.abs(f(points) - np.asarray(g(points))).max()
    # The sums of half-open bumps end just before the last edge.
    inside = sup_error(f, g, (DOMAIN[0] + 1e-9, DOMAIN[1] - 1e-9), GRID)
    return max(float(at_points), inside)
