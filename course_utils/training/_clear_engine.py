"""The clear engine: training as one would write it down. It can train every network.

`_fast_engine.py` takes the place of this one for networks of plain dense layers; both take
the same steps, which the tests make sure of.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, repeat

import numpy as np

from course_utils._arguments import as_generator
from course_utils._arrays import Array
from course_utils.network import MLP
from course_utils.training._gradients import backpropagate
from course_utils.training._optimizers import OPTIMIZERS, Optimizer
from course_utils.training._order import minibatches
from course_utils.training._recipe import Recipe
from course_utils.training._samples import Samples, mean_loss


class ClearEngine:
    """Trains a network; does what `FastEngine` does."""

    def __init__(self, network: MLP, samples: Samples, recipe: Recipe) -> None:
        self._network = self._kept = network
        self._is_finite = True
        self._rng = as_generator(recipe.seed)
        self._optimizers: dict[str, Optimizer] = {}
        self.prepare(samples, recipe)

    def prepare(self, samples: Samples, recipe: Recipe) -> None:
        """Get ready for these samples and that recipe; the parameters stay as they are."""
        self._samples, self._recipe = samples, recipe
        for name in self._network.parameters():
            optimizer = self._optimizers.get(name)
            if not isinstance(optimizer, OPTIMIZERS[recipe.optimizer]):
                optimizer = OPTIMIZERS[recipe.optimizer](recipe)
            optimizer.recipe = recipe
            self._optimizers[name] = optimizer
        self._batches = self._deal()

    def run(self, n_steps: int) -> None:
        """Take steps, but none after something is no longer finite."""
        with np.errstate(all="ignore"):
            for batch in islice(self._batches, n_steps):
                if self._is_finite:
                    self._step(batch)

    def scores(self) -> Array:
        """Return the scores of all samples, shape (n_samples, n_out)."""
        with np.errstate(all="ignore"):
            return self._network.forward(self._samples.X)

    def loss(self) -> float:
        """Return the mean loss of all samples, which is not finite if a score is not."""
        with np.errstate(all="ignore"):
            return mean_loss(self.scores(), self._samples)

    def is_finite(self) -> bool:
        """Whether all parameters are finite."""
        return self._is_finite

    def keep(self) -> None:
        """Remember the parameters."""
        self._kept = self._network

    def restore(self) -> None:
        """Go back to the parameters that were remembered; past gradients are forgotten."""
        self._network, self._is_finite = self._kept, True
        self._optimizers.clear()
        self.prepare(self._samples, self._recipe)

    def network(self) -> MLP:
        """Return the network as it is now."""
        return self._network

    def _step(self, batch: Samples) -> None:
        """Go forward, go backward, and move every parameter."""
        trace = self._network.trace(batch.X)
        self._is_finite = bool(np.isfinite(trace.scores).all())
        if not self._is_finite:
            return
        slopes = backpropagate(self._network, trace, batch, self._recipe.weight_decay)
        moved = {
            name: self._optimizers[name].step(p, slopes[name])
            for name, p in self._network.parameters().items()
        }
        self._is_finite = all(np.isfinite(p).all() for p in moved.values())
        if self._is_finite:
            self._network = self._network.with_parameters(moved)

    def _deal(self) -> Iterator[Samples]:
        """Return the minibatches in their order, or all samples again and again."""
        samples, batch_size = self._samples, self._recipe.batch_size
        if batch_size is None or batch_size >= len(samples):
            return repeat(samples)
        return map(samples.rows, minibatches(len(samples), batch_size, self._rng))
