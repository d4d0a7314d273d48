"""The fast engine: a training step as a list of NumPy calls that is prepared once.

What makes it fast, for nets so small that most of the time goes into calling NumPy:

- Samples are columns, so that activations run along the long axis.
- Biases are folded into the weights, and all parameters lie in one flat vector, so that an
  optimiser is a few calls, however many layers there are.
- Every array is made before the first step, and each call writes into one of them.
- Factors such as 1/n are applied once, to the gradient of the parameters.

`_clear_engine.py` does the same in the open; the tests hold the two together.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import islice, repeat

import numpy as np

from course_utils._arguments import as_generator
from course_utils._arrays import Array, Labels
from course_utils.network import MLP, Dense, Layer
from course_utils.training._fast_activations import Calls
from course_utils.training._fast_losses import fast_loss
from course_utils.training._fast_optimizers import Memory, update_calls
from course_utils.training._fast_pass import Pass, as_layers
from course_utils.training._order import minibatches
from course_utils.training._recipe import Recipe
from course_utils.training._samples import Samples


def is_plain(network: MLP) -> bool:
    """Whether all layers are dense ones whose activation has nothing to learn."""
    return all(isinstance(layer, Dense) and layer.alpha is None for layer in network.layers)


class FastEngine:
    """Trains a network of dense layers; does what `ClearEngine` does."""

    def __init__(self, network: MLP, samples: Samples, recipe: Recipe) -> None:
        self._network = network
        self._p = np.concatenate([_with_bias(layer) for layer in network.layers], axis=None)
        self._g, self._kept = np.empty_like(self._p), self._p.copy()
        self._rng = as_generator(recipe.seed)
        self._memory = Memory(self._p, recipe.optimizer)
        self.prepare(samples, recipe)

    def prepare(self, samples: Samples, recipe: Recipe) -> None:
        """Get ready for these samples and that recipe; the parameters stay as they are."""
        self._memory.serve(recipe.optimizer)
        self._loss = fast_loss(samples, self._network.layer_sizes[-1])
        with np.errstate(all="ignore"):  # float32 may be too coarse for a learning rate
            decay = self._decay(recipe) if recipe.weight_decay else None
            self._update = update_calls(self._p, self._g, decay, self._memory, recipe)
        self._all = self._pass(len(samples))
        ones = np.ones((1, len(samples)), self._p.dtype)
        np.concatenate([samples.X.T, ones, self._loss.targets], out=self._all.data)
        batch_size = min(recipe.batch_size or len(samples), len(samples))
        self._all_in_one = batch_size == len(samples)
        self._steps = self._full_steps() if self._all_in_one else self._small_steps(batch_size)
        self._score_all()

    def run(self, n_steps: int) -> None:
        """Take steps."""
        with np.errstate(all="ignore"):
            for calls in islice(self._steps, n_steps):
                for call in calls:
                    call()
        self._is_scored = self._all_in_one

    def scores(self) -> Array:
        """Return the scores of all samples, shape (n_samples, n_out), until the next step."""
        if not self._is_scored:
            self._score_all()
        return self._all.scores.T

    def loss(self) -> float:
        """Return the mean loss of all samples, which is not finite if a score is not."""
        scores = self.scores().T
        with np.errstate(all="ignore"):
            return self._loss.mean(scores)

    def is_finite(self) -> bool:
        """Whether all parameters are finite."""
        return bool(np.isfinite(self._p).all())

    def keep(self) -> None:
        """Remember the parameters."""
        np.copyto(self._kept, self._p)

    def restore(self) -> None:
        """Go back to the parameters that were remembered; past gradients are forgotten."""
        np.copyto(self._p, self._kept)
        self._memory.clear()
        self._score_all()

    def network(self) -> MLP:
        """Return the network as it is now."""
        parameters: dict[str, Array] = {}
        for n, layer in enumerate(as_layers(self._p, self._network.layer_sizes), start=1):
            parameters |= {f"W{n}": layer[:, :-1], f"b{n}": layer[:, -1]}
        return self._network.with_parameters(parameters)

    def _score_all(self) -> None:
        with np.errstate(all="ignore"):
            for call in self._all.forward:
                call()
        self._is_scored = True

    def _full_steps(self) -> Iterator[Calls]:
        # Every step ends with the forward pass of the next, so the loss is always at hand.
        return repeat([*self._slopes(self._all), *self._update, *self._all.forward])

    def _small_steps(self, batch_size: int) -> Iterator[Calls]:
        data = self._all.data
        n_samples = data.shape[1]
        passes = {size: self._pass(size) for size in {batch_size, n_samples % batch_size} - {0}}
        calls = {
            size: [*small.forward, *self._slopes(small), *self._update]
            for size, small in passes.items()
        }

        def load(chosen: Labels) -> Calls:
            # `take` is fast along the order of the memory, and with "clip" it need not make
            # an array to check the places first.
            small = passes[len(chosen)].data
            if data.flags.c_contiguous:
                data.take(chosen, 1, small, "clip")
            else:
                data.T.take(chosen, 0, small.T, "clip")
            return calls[len(chosen)]

        return map(load, minibatches(n_samples, batch_size, self._rng))

    def _pass(self, n_samples: int) -> Pass:
        sizes = self._network.layer_sizes
        return Pass(
            as_layers(self._p, sizes),
            as_layers(self._g, sizes),
            [layer.activation for layer in self._network.layers],
            self._loss,
            n_samples,
        )

    def _slopes(self, some: Pass) -> Calls:
        scale = np.asarray(self._loss.scale / some.data.shape[1], self._p.dtype)
        return [*some.backward, partial(np.multiply, self._g, scale, self._g)]

    def _decay(self, recipe: Recipe) -> Array:
        decay = np.full_like(self._p, recipe.weight_decay)
        for layer in as_layers(decay, self._network.layer_sizes):
            layer[:, -1] = 0
        return decay


def _with_bias(layer: Layer) -> Array:
    return np.concatenate([layer.W, layer.b[:, np.newaxis]], axis=1)
