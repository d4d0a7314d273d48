"""Training step by step, for whoever wants to look on or to interfere."""

from __future__ import annotations

import math
from typing import Protocol

import numpy as np
from numpy.typing import ArrayLike

from course_utils._arguments import Whole, whole_number
from course_utils._arrays import Array
from course_utils.network import MLP
from course_utils.training._clear_engine import ClearEngine
from course_utils.training._fast_engine import FastEngine, is_plain
from course_utils.training._recipe import Recipe, refuse_what_is_no_recipe
from course_utils.training._samples import Samples, fitting_samples

DEFAULT_RECIPE = Recipe()


class Engine(Protocol):
    """What `ClearEngine` and `FastEngine` can do."""

    def prepare(self, samples: Samples, recipe: Recipe) -> None:
        """Get ready for these samples and that recipe; the parameters stay as they are."""

    def run(self, n_steps: int) -> None:
        """Take steps."""

    def scores(self) -> Array:
        """Return the scores of all samples, shape (n_samples, n_out)."""

    def loss(self) -> float:
        """Return the mean loss of all samples, which is not finite if a score is not."""

    def is_finite(self) -> bool:
        """Whether all parameters are finite."""

    def keep(self) -> None:
        """Remember the parameters."""

    def restore(self) -> None:
        """Go back to the parameters that were remembered; past gradients are forgotten."""

    def network(self) -> MLP:
        """Return the network as it is now."""


class Trainer:
    """A training run that goes on when it is told to, and can be changed on the way.

    Parameters
    ----------
    network : MLP
        Where to start; it stays as it is.
    X : array_like of shape (n_samples, n_in)
        One sample in each row.
    y : array_like of shape (n_samples,) or (n_samples, n_out)
        Labels, or for ``"squared_error"`` targets; with one output also (n_samples,).
    recipe : Recipe, default Recipe()
        How to train; its `n_steps` and `record_every` do not count here.

    Raises
    ------
    TypeError
        If `network` is not an `MLP`, `recipe` is not a `Recipe`, or the samples do not hold
        real numbers.
    ValueError
        If the samples, the loss and the network do not fit together, a number is NaN or
        infinite, or the recipe has a `patience`, which only `train` knows how to use.

    Notes
    -----
    If the loss or a parameter is no longer finite, training has diverged: `loss` says so,
    `advance` does nothing any more, and `network` is as it was before the last `advance`.
    `change` and `replace_data` make a new start from there.

    Examples
    --------
    >>> trainer = Trainer(MLP([1, 1]), [[0.0], [1.0]], [0, 1], Recipe("binary_cross_entropy"))
    >>> trainer.advance(100)
    >>> trainer.step, trainer.loss < 0.2
    (100, True)
    >>> trainer.network.predict([[0.0], [1.0]])
    array([0, 1])
    """

    def __init__(
        self, network: MLP, X: ArrayLike, y: ArrayLike, recipe: Recipe = DEFAULT_RECIPE
    ) -> None:
        samples = self._take_over(network, X, y, recipe)
        engine = FastEngine if is_plain(network) else ClearEngine
        self._engine: Engine = engine(network, samples, recipe)
        self._step = 0
        self._loss = self._engine.loss()

    @property
    def step(self) -> int:
        """Number of updates so far."""
        return self._step

    @property
    def recipe(self) -> Recipe:
        """How the next steps are made."""
        return self._recipe

    @property
    def loss(self) -> float:
        """Mean loss of all training samples, without the penalty on weights."""
        return self._loss

    @property
    def diverged(self) -> bool:
        """Whether the loss or a parameter is no longer finite."""
        return not math.isfinite(self._loss)

    @property
    def scores(self) -> Array:
        """The scores of all training samples, shape (n_samples, n_out)."""
        return self._engine.scores().copy()

    @property
    def network(self) -> MLP:
        """The network as it is now; it does not change when training goes on."""
        return self._engine.network()

    def advance(self, n_steps: Whole = 1) -> None:
        """Make updates; none if training has diverged.

        Parameters
        ----------
        n_steps : int, default 1
            How many; twenty at once take less time than twenty calls.

        Raises
        ------
        TypeError
            If `n_steps` is not a whole number.
        ValueError
            If it is below 1.
        """
        n_steps = whole_number(n_steps, name="n_steps")
        if self.diverged:
            return
        self._engine.keep()
        self._engine.run(n_steps)
        self._step += n_steps
        self._loss = self._engine.loss() if self._engine.is_finite() else math.nan
        if not math.isfinite(self._loss):
            self._engine.restore()

    def change(self, recipe: Recipe) -> None:
        """Go on by another recipe, from the parameters as they are.

        The optimiser keeps its memory of past gradients unless it is another one, and the
        minibatches go on with the random numbers of the first recipe.

        Parameters
        ----------
        recipe : Recipe
            How to train from now on.

        Raises
        ------
        TypeError
            If it is not a `Recipe`.
        ValueError
            If its loss does not fit the samples and the network, or it has a `patience`.

        Examples
        --------
        >>> from dataclasses import replace
        >>> trainer = Trainer(MLP([1, 2]), [[0.0], [1.0]], [0, 1])
        >>> trainer.change(replace(trainer.recipe, learning_rate=0.01))
        >>> trainer.recipe.learning_rate
        0.01
        """
        self._prepare(self._X, self._y, recipe)

    def replace_data(self, X: ArrayLike, y: ArrayLike) -> None:
        """Go on with other samples, from the parameters as they are.

        Parameters
        ----------
        X : array_like of shape (n_samples, n_in)
            One sample in each row; there may be more or fewer than before.
        y : array_like of shape (n_samples,) or (n_samples, n_out)
            Their labels or targets.

        Raises
        ------
        TypeError
            If the samples do not hold real numbers.
        ValueError
            If they do not fit the network and the loss, or a number is NaN or infinite.
        """
        self._prepare(X, y, self._recipe)

    def _prepare(self, X: ArrayLike, y: ArrayLike, recipe: Recipe) -> None:
        self._engine.prepare(self._take_over(self.network, X, y, recipe), recipe)
        self._loss = self._engine.loss()

    def _take_over(self, network: MLP, X: ArrayLike, y: ArrayLike, recipe: Recipe) -> Samples:
        refuse_what_is_no_recipe(recipe)
        refuse_patience(recipe)
        X, y = np.array(X), np.array(y)  # copies: the caller may write into the samples later
        samples = fitting_samples(network, X, y, recipe.loss)
        self._X, self._y, self._recipe = X, y, recipe
        return samples


def refuse_patience(recipe: Recipe) -> None:
    """Tell whoever wants to stop early that this needs validation samples."""
    if recipe.patience is not None:
        msg = (
            f"patience={recipe.patience} needs a validation loss to watch; "
            "try train(..., validation=(X_validation, y_validation))"
        )
        raise ValueError(msg)
