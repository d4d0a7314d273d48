"""The training loop for a chunk of networks that stay in the cache together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from course_utils._arrays import Array, Labels
from course_utils.network import MLP
from course_utils.training._recipe import Recipe
from course_utils.training._stacked_arrays import Stack
from course_utils.training._stacked_losses import STACKED_LOSSES, StackedLoss
from course_utils.training._stacked_network import Engine, StackedNetwork
from course_utils.training._stacked_one_hidden import OneHiddenLayer, has_one_score
from course_utils.training._stacked_optimizers import stacked_optimizer
from course_utils.training._stacked_samples import Columns


class Outcome(NamedTuple):
    """What came out of a run, for each of its networks in turn."""

    loss: Array  # (n_nets, n_records): mean over all samples, NaN once a net has diverged
    sound: NDArray[np.bool_]  # (n_nets,): whether all that was recorded was finite
    networks: list[MLP]  # as they were at their last sound record


class StackedRun:
    """Networks of one shape, trained step by step together.

    Parameters
    ----------
    networks : sequence of MLP
        Where training starts; they stay as they are.
    recipes : sequence of Recipe
        One for each network; learning rate, momentum, weight decay and seed may differ.
    samples : Columns
        What they learn from.
    """

    def __init__(
        self, networks: Sequence[MLP], recipes: Sequence[Recipe], samples: Columns
    ) -> None:
        self.networks, self.recipes, self.samples = networks, recipes, samples
        self.loss = stacked_loss(networks[0], recipes[0].loss)
        self.parameters, self.last_sound = Stack.of(networks), Stack.of(networks)
        self.gradients = self.parameters.like()
        decay = np.array([recipe.weight_decay for recipe in recipes])
        self.decay = self.parameters.spread(decay, biases=False) if decay.any() else None
        self.optimizer = stacked_optimizer(recipes, self.parameters)
        size = recipes[0].batch_size or samples.n_samples
        self.batches = samples.batches(size, [recipe.seed for recipe in recipes])
        self.engines: dict[int, Engine] = {}
        self.losses: list[Array] = []
        self.sound = np.ones(len(networks), bool)

    def train(self) -> Outcome:
        """Take all steps."""
        recipe = self.recipes[0]
        with np.errstate(all="ignore"):
            for step, batch in zip(range(recipe.n_steps), self.batches, strict=False):
                engine = self._engine(batch)
                scores = engine.forward(batch.X)
                if step % recipe.record_every == 0:
                    # The scores of a full batch are there already.
                    every = scores if batch is self.samples else self._scores(self.samples)
                    self._record(every)
                self._descend(engine, batch, scores)
            self._record(self._scores(self.samples))
        networks = self.last_sound.written_to(self.networks)
        return Outcome(np.stack(self.losses, axis=1), self.sound, networks)

    def advance(self, n_steps: int) -> list[MLP]:
        """Take steps, and return each network as it is then, or was when last finite."""
        with np.errstate(all="ignore"):
            for batch in islice(self.batches, n_steps):
                engine = self._engine(batch)
                self._descend(engine, batch, engine.forward(batch.X))
            self._keep(self.parameters.are_finite())
        return self.last_sound.written_to(self.networks)

    def _scores(self, samples: Columns) -> Array:
        return self._engine(samples).forward(samples.X)

    def _descend(self, engine: Engine, samples: Columns, scores: Array) -> None:
        self.loss.gradient(scores, samples.targets, engine.dscores)
        engine.backward(samples.X)
        if self.decay is not None:
            self.gradients.flat += self.decay * self.parameters.flat
        self.optimizer.step(self.parameters.flat, self.gradients.flat)

    def _record(self, scores: Array) -> None:
        losses = self.loss.mean(scores, self.samples.targets).astype(np.float64)
        are_finite = np.isfinite(losses) & np.isfinite(scores).all(axis=(1, 2))
        self._keep(are_finite & self.parameters.are_finite())
        self.losses.append(np.where(self.sound, losses, np.nan))

    def _keep(self, sound: NDArray[np.bool_]) -> None:
        self.sound &= sound
        self.last_sound.copy_from(self.parameters, self.sound)

    def _engine(self, samples: Columns) -> Engine:
        # One for each number of samples: all of them, a minibatch, an epoch's last minibatch.
        n = samples.n_samples
        if n not in self.engines:
            network = self.networks[0]
            activations = [layer.activation for layer in network.layers]
            is_special = has_one_score(network, self.recipes[0].loss)
            make = OneHiddenLayer if is_special else StackedNetwork
            self.engines[n] = make(self.parameters, self.gradients, activations, n)
        return self.engines[n]


def stacked_loss(network: MLP, name: str) -> StackedLoss:
    """Return the loss in the form that takes the scores which the engine gives."""
    if network.layer_sizes[-1] == 2 and has_one_score(network, name):
        return STACKED_LOSSES["binary_cross_entropy"]
    return STACKED_LOSSES[name]


def recorded_steps(recipe: Recipe) -> Labels:
    """Return after how many updates the loss is recorded, shape (n_records,)."""
    return np.array([*range(0, recipe.n_steps, recipe.record_every), recipe.n_steps])
