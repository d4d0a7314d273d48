"""Training from the first step to the last."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike

from course_utils._arguments import Whole, whole_number
from course_utils._arrays import Array
from course_utils.network import MLP
from course_utils.training._history import History, Snapshot
from course_utils.training._recipe import Recipe, refuse_what_is_no_recipe
from course_utils.training._samples import Samples, fitting_samples, mean_loss
from course_utils.training._trainer import DEFAULT_RECIPE, Trainer, refuse_patience


def train(
    network: MLP,
    X: ArrayLike,
    y: ArrayLike,
    recipe: Recipe = DEFAULT_RECIPE,
    *,
    validation: tuple[ArrayLike, ArrayLike] | None = None,
) -> History:
    """Train a network, and return how that went together with the trained network.

    Parameters
    ----------
    network : MLP
        Where to start; it stays as it is.
    X : array_like of shape (n_samples, n_in)
        One sample in each row.
    y : array_like of shape (n_samples,) or (n_samples, n_out)
        Labels, or for ``"squared_error"`` targets; with one output also (n_samples,).
    recipe : Recipe, default Recipe()
        How to train.
    validation : tuple of two array_like, optional
        X and y of samples that are not trained on; with `patience` they decide when to stop.

    Returns
    -------
    History
        The recorded losses, and the trained network.

    Raises
    ------
    TypeError
        If `network` is not an `MLP`, `recipe` is not a `Recipe`, or the samples do not hold
        real numbers.
    ValueError
        If the samples, the loss and the network do not fit together, a number is NaN or
        infinite, or the recipe has a `patience` and there is nothing to validate on.

    Notes
    -----
    A loss that is no longer finite ends the run without an error; the history says so.

    CS231n, "Neural Networks Part 3"; on early stopping Prechelt, "Early Stopping - But When?"
    (1998).

    Examples
    --------
    >>> history = train(MLP([1, 2]), [[0.0], [1.0]], [0, 1], Recipe(n_steps=50))
    >>> history.steps
    array([ 0, 10, 20, 30, 40, 50])
    >>> history.loss[-1] < history.loss[0]
    np.True_
    """
    refuse_what_is_no_recipe(recipe)
    watch = _Watch(network, validation, recipe)
    trainer = Trainer(network, X, y, replace(recipe, patience=None))
    steps, losses = [], []
    for step in [*range(0, recipe.n_steps, recipe.record_every), recipe.n_steps]:
        if step > 0:
            trainer.advance(step - trainer.step)
        steps.append(step)
        losses.append(trainer.loss)
        watch.look_at(trainer)
        if trainer.diverged or watch.is_over:
            break
    return History(
        np.array(steps),
        np.array(losses),
        watch.losses(),
        watch.choose(trainer.network),
        diverged=trainer.diverged,
        stopped_early=watch.is_over and trainer.step < recipe.n_steps,
    )


class _Watch:
    """Follows the validation loss, if there are samples for it, and remembers the best."""

    def __init__(
        self,
        network: MLP,
        validation: tuple[ArrayLike, ArrayLike] | None,
        recipe: Recipe,
    ) -> None:
        if validation is None:
            refuse_patience(recipe)
        self._samples = _validation_samples(network, validation, recipe)
        self._patience = recipe.patience
        self._losses: list[float] = []
        self._best_loss, self._best, self._n_waited = math.inf, network, 0

    @property
    def is_over(self) -> bool:
        """Whether the loss has not got better for as many records as patience lasts."""
        return self._patience is not None and self._n_waited >= self._patience

    def look_at(self, trainer: Trainer) -> None:
        """Record the validation loss; a network that diverged has none."""
        if self._samples is None:
            return
        network, loss = trainer.network, math.nan
        if not trainer.diverged:
            with np.errstate(all="ignore"):
                loss = mean_loss(network.forward(self._samples.X), self._samples)
        self._losses.append(loss)
        self._n_waited += 1
        if loss < self._best_loss:
            self._best_loss, self._best, self._n_waited = loss, network, 0

    def losses(self) -> Array | None:
        """Return what was recorded, if there was anything to record."""
        return None if self._samples is None else np.array(self._losses)

    def choose(self, last: MLP) -> MLP:
        """Return the best network where that was asked for, else the last one."""
        return last if self._patience is None else self._best


def _validation_samples(network: MLP, validation: object, recipe: Recipe) -> Samples | None:
    if validation is None:
        return None
    if not isinstance(validation, tuple | list) or len(validation) != 2:
        length = f" of length {len(validation)}" if isinstance(validation, tuple | list) else ""
        msg = f"validation must be a pair (X, y), got {type(validation).__name__}{length}"
        raise ValueError(msg)
    X, y = validation
    return fitting_samples(network, X, y, recipe.loss, names=("validation[0]", "validation[1]"))


def training_steps(
    network: MLP,
    X: ArrayLike,
    y: ArrayLike,
    recipe: Recipe = DEFAULT_RECIPE,
    *,
    every: Whole = 20,
) -> Iterator[Snapshot]:
    """Train a network, and look in after every so many steps.

    Parameters
    ----------
    network : MLP
        Where to start; it stays as it is.
    X : array_like of shape (n_samples, n_in)
        One sample in each row.
    y : array_like of shape (n_samples,) or (n_samples, n_out)
        Labels, or for ``"squared_error"`` targets; with one output also (n_samples,).
    recipe : Recipe, default Recipe()
        How to train; its `record_every` does not count here.
    every : int, default 20
        Steps from one snapshot to the next.

    Returns
    -------
    iterator of Snapshot
        The last one comes after `n_steps` steps, or when training has diverged.

    Raises
    ------
    TypeError
        If `network` is not an `MLP`, `recipe` is not a `Recipe`, the samples do not hold real
        numbers, or `every` is not a whole number.
    ValueError
        If the samples, the loss and the network do not fit together, a number is NaN or
        infinite, `every` is below 1, or the recipe has a `patience`.

    Notes
    -----
    A live demo draws each snapshot; training goes on when it asks for the next.

    Examples
    --------
    >>> recipe = Recipe(n_steps=50)
    >>> [look.step for look in training_steps(MLP([1, 2]), [[0.0], [1.0]], [0, 1], recipe)]
    [20, 40, 50]
    """
    every = whole_number(every, name="every")
    trainer = Trainer(network, X, y, recipe)
    # What is wrong with the arguments is told at once, and not when the first one is asked for.
    return _snapshots(trainer, recipe.n_steps, every)


def _snapshots(trainer: Trainer, n_steps: int, every: int) -> Iterator[Snapshot]:
    while trainer.step < n_steps and not trainer.diverged:
        trainer.advance(min(every, n_steps - trainer.step))
        yield Snapshot(trainer.step, trainer.loss, trainer.network)
