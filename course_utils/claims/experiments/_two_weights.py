"""Two weights on their way from zero to a target, for many targets at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from course_utils._arrays import Array
from course_utils.claims._result import Seeds
from course_utils.losses import get_loss

ANGLES = tuple(range(0, 180, 15))  # of the targets; beyond, the same paths in a mirror
CLOSE = 0.1  # of the way is left
N_DRAWS = 4  # for each seed


@dataclass(frozen=True)
class Samples:
    """Inputs of a neuron with two weights and no bias.

    Attributes
    ----------
    row : int
        The row of the ledger, for the random numbers.
    lowest : float
        Inputs are spread evenly from here to 1 more.
    n_steps : int
        How many steps to draw for.
    n_samples : int
        How many samples for each step.
    """

    row: int
    lowest: float
    n_steps: int
    n_samples: int = 1

    def draw(self, seeds: Seeds) -> Array:
        """Return an array of shape (n_runs, n_steps, n_samples, 2)."""
        shape = N_DRAWS, self.n_steps, self.n_samples, 2
        rngs = [np.random.default_rng([self.row, seed, 0]) for seed in seeds]
        return np.concatenate(
            [rng.uniform(self.lowest, self.lowest + 1, shape) for rng in rngs]
        )


def targets() -> Array:
    """Return the target weights, at a distance of 1 from the start: one pair for each angle."""
    angles = np.radians(ANGLES)
    return np.column_stack([np.cos(angles), np.sin(angles)])


def descend(X: Array, rate: float) -> Array:
    """Return paths of shape (n_runs, n_angles, n_steps + 1, 2) that gradient descent takes.

    Each run goes to each of the `targets`: it learns by the squared error what a neuron with
    these weights puts out for its samples.
    """
    w = np.zeros((len(X), len(ANGLES), 2))
    path = [w]
    gradient = get_loss("squared_error").gradient
    for batch in np.swapaxes(X, 0, 1):
        columns = batch.transpose(0, 2, 1)
        scores, wanted = w @ columns, targets() @ columns
        # The loss is a mean over all numbers; multiplied, each path has a loss of its own.
        slopes = w[..., 0].size * gradient(scores.reshape(-1, 1), wanted.reshape(-1, 1))
        w = w - rate * slopes.reshape(scores.shape) @ batch
        path.append(w)
    return np.stack(path, axis=2)


def arrivals(paths: Array) -> Array:
    """Return after how many steps each path is close to its target; infinity if never."""
    return first(np.linalg.norm(paths - targets()[:, np.newaxis], axis=-1) < CLOSE)


def first(reached: NDArray[np.bool_]) -> Array:
    """Return where each row is true for the first time; infinity if nowhere."""
    places: Array = np.where(reached.any(axis=-1), reached.argmax(axis=-1), np.inf)
    return places
