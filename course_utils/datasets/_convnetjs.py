"""The point sets of the demo that the notes send their readers to, ConvNetJS's classify2d."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np

from course_utils._arguments import Seed, as_generator, look_up
from course_utils._arrays import Array, Labels
from course_utils.datasets._common import polar

__all__ = ["make_convnetjs"]

_BAY = [(1.5, 0.0), (2.0, 1.0), (2.5, -0.5), (3.0, 0.5), (4.0, 0.0)]
_SHORE = [
    *[(-2.0, 0.5), (-1.0, 1.5), (-0.5, -1.0), (0.0, 0.0)],
    *[(0.5, 2.5), (1.0, -2.5), (2.0, 3.0), (3.5, 3.5)],
]


def make_convnetjs(name: str = "circle", *, seed: Seed = 0) -> tuple[Array, Labels]:
    """Draw one of the point sets of ConvNetJS's demo of a net with two inputs.

    Parameters
    ----------
    name : {"circle", "spiral", "random", "simple"}, default "circle"
        ``"circle"`` is a disc in a ring, ``"spiral"`` two arms of 1.25 turns, ``"random"``
        points whose class is the toss of a coin, ``"simple"`` a bay of five points on a
        shore of eight, the same for every seed.
    seed : int or Generator, default 0
        Where the random numbers start.

    Returns
    -------
    X : ndarray of shape (n_samples, 2)
        100 points for the circle, 200 for the spiral, 40 for random, 13 for simple; no
        coordinate is beyond 5.1 on either side of 0.
    y : ndarray of int, shape (n_samples,)
        Their classes.  As in the demo all of class 1 come first, half of the points of the
        circle and the spiral; only in random the classes are mixed.

    Raises
    ------
    TypeError
        If `seed` is neither a whole number nor a generator.
    ValueError
        If there is no point set of that name.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Setting number of layers and their sizes", links the
    demo (Karpathy, 2014).  Sizes and distributions are the demo's; the numbers come from
    NumPy's generator, and the 13 simple points are placed by ourselves in the same spirit.

    Examples
    --------
    >>> X, y = make_convnetjs("circle")
    >>> X.shape, y[:50].sum(), y[50:].sum()
    ((100, 2), np.int64(50), np.int64(0))
    """
    draw = look_up(name, _POINT_SETS, kind="ConvNetJS point set")
    return draw(as_generator(seed))


def _circle(rng: np.random.Generator) -> tuple[Array, Labels]:
    """Put a disc of radius 2 inside a ring from 3 to 5."""
    radius = np.append(rng.uniform(0, 2, 50), rng.uniform(3, 5, 50))
    turns = np.append(rng.uniform(0, 1, 50), np.arange(50) / 50)
    return _clockwise(radius, 2 * np.pi * turns), np.repeat([1, 0], 50)


def _spiral(rng: np.random.Generator) -> tuple[Array, Labels]:
    """Wind two arms from the centre; the second starts half a turn after the first."""
    along = np.tile(np.arange(100) / 100, 2)
    start = np.repeat([0, np.pi], 100)
    radius = 5 * along + rng.uniform(-0.1, 0.1, 200)
    angle = start + 1.25 * 2 * np.pi * along + rng.uniform(-0.1, 0.1, 200)
    return _clockwise(radius, angle), np.repeat([1, 0], 100)


def _random(rng: np.random.Generator) -> tuple[Array, Labels]:
    """Scatter points over a square and toss a coin for the class of each."""
    return rng.uniform(-3, 3, (40, 2)), rng.integers(2, size=40, dtype=np.intp)


def _simple(_: np.random.Generator) -> tuple[Array, Labels]:
    """Return the thirteen points that were placed by hand."""
    return np.array(_SHORE + _BAY), np.repeat([1, 0], [8, 5])


def _clockwise(radius: Array, angle: Array) -> Array:
    """Return points by distance and angle; the demo counts angles as a clock does."""
    return polar(radius, np.pi / 2 - angle)


_POINT_SETS: Mapping[str, Callable[[np.random.Generator], tuple[Array, Labels]]]
_POINT_SETS = MappingProxyType(
    {"circle": _circle, "spiral": _spiral, "random": _random, "simple": _simple}
)
