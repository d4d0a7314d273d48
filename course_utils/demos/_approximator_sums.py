"""The sums of the approximator: their parts, their curves and how far off they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial

import numpy as np

from course_utils._arrays import Array
from course_utils.activations import relu
from course_utils.approximation import (
    bump_heights,
    bump_sum,
    open_bump,
    relu_interpolant,
    sigmoid_bump_sum,
    sup_error,
)
from course_utils.datasets import TARGETS
from course_utils.demos.marks import Numbers, numbers
from course_utils.network import MLP

__all__ = [
    "BUMPS",
    "HALF_OPEN",
    "RELUS",
    "SIGMOIDS",
    "STRICT",
    "Built",
    "Curve",
    "Heights",
    "automatic_heights",
    "bin_edges",
    "built",
    "error_by_size",
    "from_network",
    "handle_places",
    "inner_span",
]

HALF_OPEN, STRICT, SIGMOIDS, RELUS = "half-open bumps", "strict bumps", "sigmoid pairs", "ReLUs"
BUMPS = (HALF_OPEN, STRICT)
SIZES = (4, 8, 16, 32, 64)
FINE, DRAWN = 2049, 401  # points: to measure, and to draw
ALMOST = 1e-9  # half-open bumps are 0 at the last edge, so they are measured just before it
EDGE = np.array([-9, -6, -4, -3, -2, -1, -0.5, 0, 0.5, 1, 2, 3, 4, 6, 9])  # along a sigmoid

Heights = tuple[float, ...]
Curve = tuple[Numbers, Numbers]
Sum = Callable[[Array], Array]


@dataclass(frozen=True)
class Built:
    """A sum of bumps or units, ready to be drawn."""

    basis: tuple[Curve, ...]
    weights: Numbers
    line: Curve
    error: Curve
    holes: Numbers
    sup_error: float

    def weighted(self, index: int) -> Curve:
        """Return a basis function times its weight."""
        x, y = self.basis[index]
        return x, numbers(self.weights[index] * np.array(y))


def bin_edges(target: str, n: int) -> Array:
    """Return where n bins on the interval of a target begin and end."""
    edges: Array = np.linspace(*TARGETS[target].interval, n + 1)
    return edges


def handle_places(kind: str, target: str, n: int) -> Array:
    """Return the middles of the bins, or for ReLUs the knots."""
    edges = bin_edges(target, n)
    middles: Array = edges if kind == RELUS else (edges[1:] + edges[:-1]) / 2
    return middles


@lru_cache(maxsize=64)
def automatic_heights(kind: str, target: str, n: int) -> Heights:
    """Return the target's values in the middles of the bins, or for ReLUs at the knots."""
    f = TARGETS[target]
    if kind == RELUS:
        return tuple(f(bin_edges(target, n)).tolist())
    return tuple(bump_heights(f, bin_edges(target, n)).tolist())


def inner_span(kind: str, target: str, n: int) -> tuple[float, float]:
    """Return where the error is measured: at the ends half a sigmoid bump is missing."""
    low, high = TARGETS[target].interval
    if kind in BUMPS:
        return low + ALMOST, high - ALMOST
    off = (high - low) * max(0.05, 1 / n) if kind == SIGMOIDS else 0.0
    return low + off, high - off


@lru_cache(maxsize=8)
def built(kind: str, target: str, n: int, steepness: float, heights: Heights) -> Built:
    """Build the sum of bumps of these heights, or of ReLUs through these values."""
    edges = bin_edges(target, n)
    if kind == RELUS:
        network = relu_interpolant(lambda _: heights, edges)
        return from_network(network, target, n, edges)
    total = _bump_total(kind, edges, heights, steepness)
    holes = edges[1:-1] if kind == STRICT else edges[:0]
    x = _drawn_places(kind, target, edges)
    y = bump_sum(x, edges, heights) if kind == STRICT else total(x)
    return Built(
        basis=_bump_curves(kind, edges, steepness),
        weights=tuple(heights),
        line=(numbers(x), numbers(y)),
        error=(numbers(x), numbers(TARGETS[target](x) - y)),
        holes=numbers(holes),
        sup_error=_sup_error(kind, target, n, total),
    )


def from_network(
    network: MLP, target: str, n: int, knots: Array, inputs: Sum = np.asarray
) -> Built:
    """Take a net of one hidden layer apart, which bends at knots; `inputs` scales its x."""
    low, high = TARGETS[target].interval

    def total(x: Array) -> Array:
        y: Array = network.forward(inputs(x)[:, np.newaxis])[:, 0]
        return y

    W, b = (network.parameters()[name] for name in ("W1", "b1"))
    bends = np.clip(knots[:n], low, high)
    places = np.stack([np.full(n, low), bends, np.full(n, high)])
    outputs = relu(inputs(places) * W[:, 0] + b)
    x = np.linspace(low, high, DRAWN)
    y = total(x)
    return Built(
        basis=tuple((numbers(places[:, i]), numbers(outputs[:, i])) for i in range(n)),
        weights=numbers(network.parameters()["W2"][0]),
        line=(numbers(x), numbers(y)),
        error=(numbers(x), numbers(TARGETS[target](x) - y)),
        holes=(),
        sup_error=sup_error(TARGETS[target], total, (low, high), FINE),
    )


@lru_cache(maxsize=64)
def error_by_size(kind: str, target: str, steepness: float) -> tuple[Numbers, Numbers]:
    """Return sizes, and the largest errors of the sums with automatic heights."""
    errors = []
    for n in SIZES:
        edges, heights = bin_edges(target, n), automatic_heights(kind, target, n)
        if kind == RELUS:
            span, f = inner_span(kind, target, n), TARGETS[target]
            errors.append(sup_error(f, relu_interpolant(f, edges), span, FINE))
        else:
            total = _bump_total(kind, edges, heights, steepness)
            errors.append(_sup_error(kind, target, n, total))
    return numbers(SIZES), tuple(errors)


def _bump_total(kind: str, edges: Array, heights: Heights, steepness: float) -> Sum:
    if kind == HALF_OPEN:
        return partial(bump_sum, edges=edges, heights=heights)
    if kind == STRICT:
        return partial(_strict_sum, edges=edges, heights=heights)
    return partial(sigmoid_bump_sum, edges=edges, heights=heights, steepness=steepness)


def _strict_sum(x: Array, edges: Array, heights: Heights) -> Array:
    total = np.zeros_like(x)
    for height, left, right in zip(heights, edges[:-1], edges[1:], strict=True):
        total += height * open_bump(x, left, right)
    return total


def _sup_error(kind: str, target: str, n: int, total: Sum) -> float:
    f = TARGETS[target]
    error = sup_error(f, total, inner_span(kind, target, n), FINE)
    if kind not in BUMPS:
        return error
    # Strict bumps fail at the edges, which the grid may miss.
    inner = bin_edges(target, n)[1:-1]
    return max(error, float(np.abs(f(inner) - total(inner)).max()))


def _drawn_places(kind: str, target: str, edges: Array) -> Array:
    low, high = TARGETS[target].interval
    x: Array = np.linspace(low, high - ALMOST, DRAWN)
    if kind in BUMPS:  # both sides of a jump, which is to stand upright
        x = np.unique(np.concatenate([x, edges[1:-1], edges[1:-1] - ALMOST]))
    return x


def _bump_curves(kind: str, edges: Array, steepness: float) -> tuple[Curve, ...]:
    """Return the bumps as polylines: the first one, and the others by a shift."""
    left, right = float(edges[0]), float(edges[1])
    if kind in BUMPS:
        x, y = np.array([left, left, right, right]), np.array([0.0, 1.0, 1.0, 0.0])
    else:
        x = np.unique(np.add.outer([left, right], EDGE / steepness))
        y = sigmoid_bump_sum(x, [left, right], [1.0], steepness)
    heights = numbers(y)
    return tuple((numbers(x + shift), heights) for shift in edges[:-1] - left)
