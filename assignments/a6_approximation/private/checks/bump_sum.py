"""Bumps side by side."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise, read_only

from .common import Array, Cases, sixteenths, uneven

bump_sum = Exercise("bump_sum", target="bump_sum", title="Bumps side by side")


@bump_sum.reference
def bump_sum_reference(x: ArrayLike, edges: ArrayLike, heights: ArrayLike) -> Any:
    """Add up one bump after the other."""
    x, edges, heights = np.asarray(x), np.asarray(edges), np.asarray(heights)
    total = np.zeros(x.shape)
    for i, height in enumerate(heights):
        total += np.where((edges[i] <= x) & (x < edges[i + 1]), height, 0.0)
    return total


def jagged(rng: Generator, n: int) -> Array:
    """Draw n heights of alternating sign; each is larger than all before, none is near 0."""
    sizes = np.arange(1.0, n + 1) + rng.integers(1, 9, size=n) / 16
    return np.asarray(rng.choice([-1.0, 1.0]) * (-1.0) ** np.arange(n) * sizes)


@bump_sum.check(
    "inside a bin the sum is the height of that bin",
    points=1,
    hint="Each x lies in one bin only. Which one, and how many of the others add to it?",
)
def _(rng: Generator) -> Cases:
    # One bin; one number; bins of all widths, each asked twice and not in order.
    for start in (-6.0, -1.5, 2.0):
        edges = start + uneven(rng, 0.0, 6)
        inside = np.concatenate([edges[:-1] + 0.125, edges[1:] - 0.125])
        yield rng.permutation(inside), edges, jagged(rng, 5)
    yield inside[3], edges, jagged(rng, 5)
    yield np.array([0.25, 0.75]), np.array([0.0, 1.0]), jagged(rng, 1)


@bump_sum.check(
    "at an edge the bin on its right counts; outside and at the last edge the sum is 0",
    points=1,
    hint="Ask for all edges themselves, then for a place to the left and to the right of all.",
)
def _(rng: Generator) -> Cases:
    # Every edge, then places near and far.
    for n in (1, 2, 5):
        edges, heights = uneven(rng, sixteenths(rng, -3.0, 1.0), n + 1), jagged(rng, n)
        yield edges[:-1], edges, heights
        yield edges[-1:], edges, heights
        yield edges[0] - np.array([0.25, 90.0]), edges, heights
        yield edges[-1] + np.array([0.25, 90.0]), edges, heights


@bump_sum.check(
    "any shape, lists and float32 are fine, and nothing has changed",
    points=1,
    hint="x may be one number, a list or a table; the result has its shape.",
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    # All inside their bins, which have one width here: other mistakes cost their points above.
    start, heights = sixteenths(rng, -2.0, 1.0), jagged(rng, 4)
    edges = start + np.arange(5.0)
    x = start + np.array([0.25, 3.5, 1.75, 2.25, 0.5, 3.25])
    yield x[0], edges, heights
    yield x.reshape(2, 3), edges, heights
    yield x.tolist(), edges.tolist(), heights.tolist()
    yield x.astype(np.float32), edges.astype(np.float32), heights.astype(np.float32)
    yield x[::2], np.repeat(edges, 2)[::2], heights
    yield x, edges, np.rint(heights).astype(int)
    yield np.array([0, 2, 1, 3]), [-0.5, 0.5, 1.5, 2.5, 3.5], heights
    yield read_only(x), read_only(edges), read_only(heights)
