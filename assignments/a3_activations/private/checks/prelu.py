"""PReLU, with an alpha for each unit."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise, read_only

from .common import Array, Cases, both_signs

prelu = Exercise("prelu", target="prelu", title="PReLU")


@prelu.reference
def prelu_reference(z: ArrayLike, alpha: ArrayLike) -> Any:
    """Return z where it is positive and alpha z elsewhere, with an alpha for each column."""
    return np.maximum(z, 0.0) + np.asarray(alpha) * np.minimum(z, 0.0)


def alphas(rng: Generator, n_units: int) -> Array:
    """Draw slopes between 0 and 1 that lie at least .05 apart, the smallest first."""
    return (np.arange(n_units) + rng.uniform(0.25, 0.75, size=n_units)) * 0.1


@prelu.check(
    "each column is scaled by its own alpha, to the left of 0 only",
    points=1,
    hint="Give two columns the same z and different alphas. Do the results differ?",
)
def _(rng: Generator) -> Cases:
    # A square z lets an alpha for each row through, so its numbers must tell.
    for shape in ((4, 3), (3, 4), (3, 3), (6, 2)):
        yield both_signs(rng, *shape), alphas(rng, shape[1])
        yield both_signs(rng, *shape), alphas(rng, shape[1])[::-1]


@prelu.check(
    "an alpha may be above 1, 0 or negative",
    points=0.5,
    hint="Try one column of -1 and 1 with an alpha of 2, then with an alpha of -1.",
)
def _(rng: Generator) -> Cases:
    # The same alpha in all columns: whoever uses one for all units lost a point before.
    for alpha in (rng.uniform(1.5, 4.0), 0.0, -rng.uniform(0.2, 0.8)):
        yield both_signs(rng, 4, 3), np.full(3, alpha)
        yield -both_signs(rng, 3, 2), np.full(2, alpha)


@prelu.check(
    "one sample, one unit, large z, lists and float32 are fine, and nothing changes",
    points=0.5,
    hint="Try z of shape (1, 3), then (3, 1), then lists; print z and alpha afterwards.",
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    alpha = np.full(3, rng.uniform(0.1, 0.4))
    z = both_signs(rng, 4, 6)
    yield z[:1, :3], alpha
    yield z[:, :1], alpha[:1]
    yield z[:, ::-2], alpha
    yield z[:, :3].tolist(), alpha.tolist()
    yield [[-3, 1], [2, -1]], alpha[:2]
    yield np.array([[-2, 4], [1, -3], [5, -1]]), alpha[:2]
    yield z[:, :3].astype(np.float32), alpha.astype(np.float32)
    yield read_only(z[:, 3:]), read_only(alpha)
    yield 1e4 * np.array([[-1.0, 1.0, -0.5], [1.0, -1.0, 0.0]]), alpha
