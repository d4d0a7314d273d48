"""What to do in a training run: the loss, the optimiser, its numbers, how long."""

from __future__ import annotations

from dataclasses import dataclass

from course_utils._arguments import (
    Seed,
    as_generator,
    look_up,
    one_number,
    positive_number,
    whole_number,
)
from course_utils.losses import LOSSES

OPTIMIZER_NAMES = ("sgd", "momentum", "adam")
ADAM_MEMORY = (0.9, 0.999)  # Kingma and Ba's beta1 and beta2
ADAM_EPSILON = 1e-8


@dataclass(frozen=True)
class Recipe:
    """How to train: a value with a sensible default for everything.

    Parameters
    ----------
    loss : str, default "cross_entropy"
        A name of `course_utils.losses.LOSSES`.
    optimizer : {"momentum", "sgd", "adam"}, default "momentum"
        How a gradient becomes a step.
    learning_rate : float, default 0.1
        How far a step goes, above 0.
    momentum : float, default 0.9
        Share of the last step that the next one keeps, from 0 to below 1; only "momentum"
        uses it.
    weight_decay : float, default 0.0
        The notes' lambda: the loss grows by half of it times the sum of squared weights.
        Biases are not decayed.
    n_steps : int, default 1000
        Number of updates.
    batch_size : int, optional
        Samples in a minibatch; without it, or if there are no more samples than that, each
        step uses them all.
    seed : int or Generator, default 0
        Where the order of the minibatches comes from.
    record_every : int, default 10
        The loss is recorded at step 0, after every so many steps, and after the last.
    patience : int, optional
        Stop after so many records in a row without a better validation loss.

    Raises
    ------
    TypeError
        If `loss` is not a name, or a number is of the wrong type.
    ValueError
        If there is no loss or optimiser of that name, or a number is out of its range.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Setting number of layers and their sizes", where
    `weight_decay` is the preferred way against overfitting.

    Examples
    --------
    >>> recipe = Recipe(optimizer="adam", learning_rate=0.05)
    >>> recipe.n_steps
    1000
    """

    loss: str = "cross_entropy"
    optimizer: str = "momentum"
    learning_rate: float = 0.1
    momentum: float = 0.9
    weight_decay: float = 0.0
    n_steps: int = 1000
    batch_size: int | None = None
    seed: Seed = 0
    record_every: int = 10
    patience: int | None = None

    def __post_init__(self) -> None:
        _refuse_what_is_no_name(self.loss)
        look_up(self.loss, LOSSES, kind="loss")
        look_up(self.optimizer, dict.fromkeys(OPTIMIZER_NAMES), kind="optimizer")
        self._keep("learning_rate", positive_number(self.learning_rate, name="learning_rate"))
        self._keep("momentum", _share(self.momentum, name="momentum"))
        self._keep(
            "weight_decay",
            positive_number(self.weight_decay, name="weight_decay", zero_allowed=True),
        )
        self._keep("n_steps", whole_number(self.n_steps, name="n_steps"))
        self._keep("record_every", whole_number(self.record_every, name="record_every"))
        if self.batch_size is not None:
            self._keep("batch_size", whole_number(self.batch_size, name="batch_size"))
        if self.patience is not None:
            self._keep("patience", whole_number(self.patience, name="patience"))
        as_generator(self.seed)

    def _keep(self, name: str, value: float) -> None:
        # Plain Python numbers do not turn float32 into float64, as NumPy's own would.
        object.__setattr__(self, name, value)


def refuse_what_is_no_recipe(recipe: object, *, name: str = "recipe") -> None:
    """Tell whoever passes the options themselves to make a recipe of them."""
    if not isinstance(recipe, Recipe):
        msg = f"{name} must be a Recipe, got {type(recipe).__name__}; try Recipe(n_steps=100)"
        raise TypeError(msg)


def _refuse_what_is_no_name(loss: object) -> None:
    # A run has a fast form of each loss in the table, and of no other.
    if not isinstance(loss, str):
        msg = (
            f"loss must be the name of a loss, got {type(loss).__name__}; "
            f"choose one of {', '.join(LOSSES)}"
        )
        raise TypeError(msg)


def _share(value: float, *, name: str) -> float:
    """Return a plain float from 0 to below 1, or say what came in its place."""
    number = one_number(value, name=name)
    if 0 <= number < 1:
        return number
    msg = f"{name} must be 0 or more and below 1, got {number:g}"
    raise ValueError(msg)
