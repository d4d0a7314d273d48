"""Whitening, up to a turn: the axes of a round cloud are anybody's choice."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise, read_only
from course_utils.comparison import read_array

from .common import Array, Cases, round_cloud, turned


def products(function: Any, X: Any, *eps: float) -> Any:
    """Whiten X and return the dot products of all pairs of rows.

    They stay the same when the cloud is turned or mirrored, so signs, the order of the axes
    and a turn back to the old ones (ZCA) make no difference.  Means, variances and
    correlations do: rows with the same products are the same up to such a turn.
    """
    answer = function(X, *eps)
    white = read_array(answer)
    if white is None or white.shape != np.shape(X) or white.dtype.kind == "b":
        return answer
    white = white.astype(np.float64)
    with np.errstate(all="ignore"):
        return white @ white.T


whiten = Exercise(
    "whiten",
    target="whiten",
    title="Whiten",
    call=products,
    # Eigenvalues from float32 err by 1e-6, and the products of rows double that.
    rtol=5e-4,
    atol=2e-4,
)


@whiten.reference
def whiten_reference(X: ArrayLike, eps: float = 1e-5) -> Any:
    """Return X, centred and multiplied by the inverse root of its covariance."""
    samples = np.asarray(X, np.float64)
    centred = samples - samples.mean(axis=0)
    covariance = centred.T @ centred / (len(centred) - 1)
    eigenvalues, V = np.linalg.eigh(covariance)
    return centred @ (V / np.sqrt(eigenvalues + eps)) @ V.T


def cloud(rng: Generator, n_samples: int, n_features: int, scale: float) -> Array:
    """Draw a slanting cloud whose spreads go from 1 to 2.5 times `scale`, far from 0."""
    spreads = scale * rng.permutation(np.linspace(1.0, 2.5, n_features))
    slanting = turned(round_cloud(rng, n_samples, n_features) * spreads)
    return slanting + scale * rng.choice([-1, 1], n_features) * rng.uniform(3, 6, n_features)


@whiten.check(
    "the means are 0, the variances 1, and no two features correlate",
    points=1,
    hint="Print np.cov(Y.T) of your result Y: it must be close to the identity.",
)
def _(rng: Generator) -> Cases:
    # Eigenvalues of at least 400, so that eps, of which the next check asks, hardly counts.
    for n_samples, n_features in ((8, 2), (7, 3), (6, 4), (6, 5)):
        yield (cloud(rng, n_samples, n_features, 20.0),)


@whiten.check(
    "eps is added to the eigenvalue, before the root is taken",
    points=1,
    hint="An eigenvalue of 3 and eps = 1: by which number is this direction divided?",
)
def _(rng: Generator) -> Cases:
    # From eps = 0 to an eps as large as the eigenvalues.
    for n_samples, n_features, eps in ((7, 3, 1.0), (6, 2, 4.0), (8, 4, 0.5), (8, 3, 0.0)):
        yield cloud(rng, n_samples, n_features, 1.0), eps


@whiten.check(
    "directions with little variance or none stay small, and nothing is nan",
    points=1,
    hint="Try a constant column, two equal ones, tiny numbers. Which spread must be left?",
)
def _(rng: Generator) -> Cases:
    # The last two have eigenvalues about as large as the usual eps.
    samples = cloud(rng, 8, 3, 1.0)
    yield (np.column_stack([samples, np.full(8, 3.0)]),)
    yield (np.column_stack([samples, samples[:, 0]]),)
    yield (np.zeros((4, 2)),)
    yield (cloud(rng, 8, 3, 0.002),)
    yield cloud(rng, 8, 2, 0.02), 1e-3


@whiten.check(
    "one feature, lists, whole numbers and float32 are fine, and nothing has changed",
    points=1,
    hint="For one feature np.cov returns a plain number; np.atleast_2d makes it a matrix.",
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    # As large as in the first check, for the same reason.
    X = cloud(rng, 7, 4, 20.0)
    yield (X[:, :1],)
    yield (X[:, :2].tolist(),)
    yield (np.rint(X[:, :3]).astype(int),)
    yield (X[:, :2].astype(np.float32),)
    yield (X[:, ::2],)
    yield (read_only(X),)
