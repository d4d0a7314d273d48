"""Samples in columns: shared by all networks, or a set for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat

import numpy as np
from numpy.typing import ArrayLike

from course_utils._arguments import Seed, as_generator
from course_utils._arrays import Array, Labels, as_floats
from course_utils.network import MLP
from course_utils.training._order import minibatches
from course_utils.training._samples import fitting_samples
from course_utils.training._stacked_arrays import with_ones

BATCHES_AT_ONCE = 16  # to gather samples takes long, to cut what was gathered does not


@dataclass(frozen=True)
class Columns:
    """Inputs (n_in + 1, n_samples), the last row being ones, and targets (n_rows, n_samples).

    Both have one more axis in front, n_nets, where each network has its own samples.
    """

    X: Array
    targets: Array

    @property
    def n_samples(self) -> int:
        """How many samples a network sees."""
        return int(self.X.shape[-1])

    def of(self, nets: slice) -> Columns:
        """Return what some of the networks see."""
        return self if self.X.ndim == 2 else Columns(self.X[nets], self.targets[nets])

    def batches(self, size: int, seeds: Sequence[Seed]) -> Iterator[Columns]:
        """Yield minibatch after minibatch, forever; always all samples if there are not more.

        The order of each network is that of its seed, as if it were trained alone.
        """
        if size >= self.n_samples:
            return repeat(self)
        same = len(set(seeds)) == 1
        orders = [
            minibatches(self.n_samples, size * BATCHES_AT_ONCE, as_generator(seed))
            for seed in (seeds[:1] if same else seeds)
        ]
        several = map(np.stack, zip(*orders, strict=True))
        return (
            batch
            for chosen in several
            for batch in self._take(chosen[0] if same else chosen)._cut(size)
        )

    def _take(self, chosen: Labels) -> Columns:
        return Columns(_take(self.X, chosen), _take(self.targets, chosen))

    def _cut(self, size: int) -> Iterator[Columns]:
        for start in range(0, self.n_samples, size):
            part = slice(start, start + size)
            yield Columns(self.X[..., part], self.targets[..., part])


def fitting_columns(
    networks: Sequence[MLP], X: ArrayLike, y: ArrayLike, loss: str
) -> tuple[Array, Array]:
    """Return inputs with ones in columns, and labels or targets as they are.

    What does not fit is told: shapes, numbers, labels, and how many sets there are.
    """
    inputs = as_floats(X, name="X")
    if inputs.ndim != 3:
        samples = fitting_samples(networks[0], inputs, y, loss)
        return with_ones(samples.X.T), samples.y
    labels = np.asarray(y)
    if not len(inputs) == len(networks) == (len(labels) if labels.ndim else 0):
        msg = (
            f"X of shape {inputs.shape} has a set of samples for each network, but there are "
            f"{len(networks)} networks and y has shape {labels.shape}; pass X of shape "
            "(n_samples, n_features) if all networks learn from the same"
        )
        raise ValueError(msg)
    sets = [
        fitting_samples(networks[0], inputs[n], labels[n], loss, names=(f"X[{n}]", f"y[{n}]"))
        for n in range(len(networks))
    ]
    columns = np.stack([one.X.T for one in sets])
    return with_ones(columns), np.stack([one.y for one in sets])


def _take(columns: Array, chosen: Labels) -> Array:
    """Return some columns: `chosen` has shape (n_batch,), or (n_nets, n_batch)."""
    if chosen.ndim == 1:
        return np.take(columns, chosen, axis=-1)
    if columns.ndim == 2:
        return columns[:, chosen].swapaxes(0, 1)
    return np.take_along_axis(columns, chosen[:, np.newaxis], axis=2)
