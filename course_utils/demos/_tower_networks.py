"""Towers over the plane: one, and many side by side that imitate a function."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np

from course_utils._arrays import Array
from course_utils.approximation import bump, sigmoid_bump_sum, step
from course_utils.datasets import TARGETS
from course_utils.demos._plane import field_middles
from course_utils.network import MLP, Dense

__all__ = ["KINDS", "SIDE", "SURFACES", "Tiling", "square", "sum_of_four", "tiling", "tower"]

KINDS = ("sigmoids", "steps")
SIDE = 61  # fields along a side of a raster
OUTSIDE = 1.0  # how far the outermost towers reach beyond the square


def _bump(x1: Array, x2: Array) -> Array:
    y: Array = TARGETS["bump"](x1) * TARGETS["bump"](x2)
    return y


def _saddle(x1: Array, x2: Array) -> Array:
    y: Array = x1 * x2
    return y


def _waves(x1: Array, x2: Array) -> Array:
    return TARGETS["waves"]((x1 + x2 + 2) / 2)


SURFACES: dict[str, Callable[[Array, Array], Array]] = {
    "bump": _bump,
    "saddle": _saddle,
    "waves": _waves,
}


@dataclass(frozen=True, eq=False)
class Tiling:
    """Many towers against their target, on the fields of a raster, and where they are worst."""

    target: Array
    total: Array
    n_hidden: tuple[int, int]
    sup_error: float
    mean_error: float
    worst: tuple[float, float]


def square() -> Array:
    """Return the middles of all fields of the square from -1 to 1, row by row."""
    return field_middles(1.0, SIDE)


def sum_of_four(
    X: Array, kind: str, middle: tuple[float, float], width: float, k: float
) -> Array:
    """Return what four neurons add up to: a bump along x1 plus a bump along x2."""
    total = np.zeros(len(X))
    for x, at in zip(X.T, middle, strict=True):
        left, right = at - width / 2, at + width / 2
        if kind == "steps":
            total += bump(x, left, right)
        else:
            total += sigmoid_bump_sum(x, [left, right], [1.0], k)
    return total


def tower(
    X: Array, kind: str, middle: tuple[float, float], width: float, k: float, threshold: float
) -> Array:
    """Return one more neuron's output for the sum of four: 1 where it is above a threshold."""
    if kind == "steps":
        return step(sum_of_four(X, kind, middle, width, k), threshold)
    edges = [np.array([at - width / 2, at + width / 2]) for at in middle]
    scores: Array = _network(edges, np.ones(1), k, threshold).forward(X)[:, 0]
    return scores


@lru_cache(maxsize=64)
def tiling(target: str, kind: str, n: int, k: float, threshold: float) -> Tiling:
    """Imitate a target by n x n towers, each as high as the target in its middle."""
    f, edges = SURFACES[target], np.linspace(-1, 1, n + 1)
    middles = (edges[1:] + edges[:-1]) / 2
    heights = f(*np.meshgrid(middles, middles)).ravel()
    inner = np.stack(np.meshgrid(edges[1:-1], edges[1:-1]), axis=-1).reshape(-1, 2)
    X = np.concatenate([square(), inner])  # where towers meet they fail, between the fields
    edges = edges + np.array([-OUTSIDE, *np.zeros(n - 1), OUTSIDE])
    if kind == "steps":
        total = _sum_of_steps(X, edges, heights, threshold)
    else:
        total = _network([edges, edges], heights, k, threshold).forward(X)[:, 0]
    wanted = f(*X.T)
    off = np.abs(wanted - total)
    worst = X[int(off.argmax())]
    return Tiling(
        target=wanted[: SIDE**2],
        total=total[: SIDE**2],
        n_hidden=(2 * (n + 1), n * n),
        sup_error=float(off.max()),
        mean_error=float(off[: SIDE**2].mean()),
        worst=(float(worst[0]), float(worst[1])),
    )


def _network(edges: list[Array], heights: Array, k: float, threshold: float) -> MLP:
    """Build towers between all neighbouring edges: those along x1 first, then row by row."""
    n = len(edges[0]) - 1
    zeros = np.zeros(n + 1)
    W1 = k * np.stack([[*zeros + 1, *zeros], [*zeros, *zeros + 1]], axis=1)
    pair = np.eye(n, n + 1) - np.eye(n, n + 1, 1)  # rises at its edge, falls at the next one
    W2 = k * np.hstack([np.tile(pair, (n, 1)), np.repeat(pair, n, axis=0)])
    first = Dense(W1, -k * np.concatenate(edges), "sigmoid")
    second = Dense(W2, np.full(n * n, -k * threshold), "sigmoid")
    return MLP.from_layers([first, second, Dense([heights], [0.0])])


def _sum_of_steps(X: Array, edges: Array, heights: Array, threshold: float) -> Array:
    along = [[bump(x, *ends) for ends in pairwise(edges)] for x in X.T]
    first, second = np.array(along)
    sums = first[np.newaxis] + second[:, np.newaxis]  # (rows, columns, points)
    total: Array = heights @ step(sums, threshold).reshape(len(heights), -1)
    return total
