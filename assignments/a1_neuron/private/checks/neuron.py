"""One neuron, as a function."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise, read_only

from .common import Cases, forgiving, sigma

neuron = Exercise("neuron", target="neuron", title="One neuron")


@neuron.reference
def neuron_reference(x: ArrayLike, w: ArrayLike, b: float) -> Any:
    """Return sigma(w.x + b) for one sample, or for every row of a batch."""
    return sigma(np.asarray(x) @ np.asarray(w) + b)


@neuron.check(
    "one sample gives one number",
    points=1,
    hint="Work the case x = [1, 2], w = [3, -1], b = 0.5 by hand and compare.",
)
def _(rng: Generator) -> Cases:
    # One feature, several, none that matters, and the same sample with its sign changed.
    for n_features in (1, 3, 8):
        yield rng.normal(size=n_features), rng.normal(size=n_features), rng.uniform(0.3, 1.5)
    x, w = rng.normal(size=4), rng.normal(size=4)
    yield -x, w, -0.7
    yield np.zeros(4), w, 0.7
    yield np.zeros(4), w, 0.0


@neuron.check(
    "a batch gives one number for each row",
    points=1,
    hint="Print the shape of your result for an x with 6 rows and 3 columns: it must be (6,).",
)
def _(rng: Generator) -> Cases:
    # A single row and a single feature keep their shape; a square batch hides no transpose.
    for shape in ((6, 3), (1, 3), (5, 1), (4, 4)):
        yield rng.normal(size=shape), rng.normal(size=shape[1]), rng.uniform(0.3, 1.5)
    X, w = rng.normal(size=(4, 6)), rng.normal(size=3)
    yield X[:, ::2], w[::-1], -0.7
    yield X[:, 3:].astype(np.float32), w.astype(np.float32), 1


@neuron.check(
    "one sample with a sum as large as 10,000 is still right",
    points=1,
    hint="Try your function on sums of -10000, -800, 800 and 10000.",
)
def _(rng: Generator) -> Cases:
    # The last two are large in their parts and small in sum, so a step function fails them.
    # Sixteenths are exact in float32 too: a float32 answer keeps all its digits.
    for total in (-1e4, -800.0, 800.0, 1e4):
        w = rng.choice([-2.0, 2.0], size=2)
        yield np.array([total, total]) / (2 * w), w, rng.uniform(-1, 1)
    for small in (-rng.integers(8, 32) / 16, rng.integers(8, 32) / 16):
        yield np.array([2.0, 1.0]), np.array([1000.0, -1000.0]), small - 1000.0


@neuron.check(
    "a batch with sums as large as 10,000 is still right",
    points=1,
    hint="One row with a huge sum must not disturb the others; look for nan in your result.",
)
def _(rng: Generator) -> Cases:
    # Ordinary rows stand between the large ones.
    x = np.array([-1e4, -750.0, -1.5, 0.0, 1.5, 750.0, 1e4]) + rng.uniform(-0.5, 0.5, size=7)
    yield x[:, None], np.array([1.0]), rng.uniform(0.3, 1.5)
    yield x[:, None] * np.array([3.0, 1.0]), np.array([1.0, -2.0]), rng.uniform(0.3, 1.5)


@neuron.check(
    "lists, float32 and views are fine, and nothing that came in has changed",
    points=1,
    hint="x and w may be plain lists, and the caller still needs them after your function ran.",
    call=forgiving,
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    # One sample and one weight vector in every guise that a caller may choose.  Batches stay
    # out, so that a mistake with the rows does not cost this point as well.
    x, w, b = rng.normal(size=6), rng.normal(size=3), rng.uniform(0.3, 1.5)
    yield x[:3].tolist(), w.tolist(), b
    yield x[3:].tolist(), w, 1
    yield x[::2], w[::-1], b
    yield x[3:].astype(np.float32), w.astype(np.float32), b
    yield read_only(x[:3]), read_only(w), b
