"""Many networks at once, for experiments over seeds and learning rates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils._arrays import Array, Labels
from course_utils.network import MLP
from course_utils.training._fast_engine import is_plain
from course_utils.training._recipe import Recipe, refuse_what_is_no_recipe
from course_utils.training._stacked_run import StackedRun, recorded_steps, stacked_loss
from course_utils.training._stacked_samples import Columns, fitting_columns
from course_utils.training._trainer import DEFAULT_RECIPE

MAY_DIFFER = ("learning_rate", "momentum", "weight_decay", "seed")
CHUNK_BYTES = 600_000  # of activations; a core's second-level cache holds 1 MB or more


@dataclass(frozen=True, eq=False)
class EnsembleHistory:
    """What came out of `train_ensemble`.

    Parameters
    ----------
    steps : ndarray of int, shape (n_records,)
        After how many updates each record was made: 0, `record_every`, ..., `n_steps`.
    loss : ndarray of shape (n_nets, n_records)
        Mean loss over all samples, without the penalty; NaN from where a net has diverged.
    networks : tuple of MLP
        The trained networks in the order in which they came; one that diverged is as it was
        at its last record with a finite loss.
    diverged : ndarray of bool, shape (n_nets,)
        Which networks have a loss that is no longer finite.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Setting number of layers and their sizes".

    Examples
    --------
    >>> losses = np.array([[0.7, 0.2], [0.7, 0.4]])
    >>> networks = MLP([2, 3, 1], seed=0), MLP([2, 3, 1], seed=1)
    >>> EnsembleHistory(np.array([0, 10]), losses, networks, np.array([False, False]))
    EnsembleHistory(n_nets=2, n_steps=10, final losses 0.2 to 0.4)
    """

    steps: Labels
    loss: Array
    networks: tuple[MLP, ...]
    diverged: NDArray[np.bool_]

    @property
    def n_nets(self) -> int:
        """How many networks were trained."""
        return len(self.networks)

    @property
    def n_steps(self) -> int:
        """How many updates were made."""
        return int(self.steps[-1])

    def __repr__(self) -> str:
        parts = [f"n_nets={self.n_nets}", f"n_steps={self.n_steps}"]
        final = self.loss[~self.diverged, -1]
        if final.size:
            parts.append(f"final losses {final.min():.4g} to {final.max():.4g}")
        if self.diverged.any():
            parts.append(f"{self.diverged.sum()} diverged")
        return f"EnsembleHistory({', '.join(parts)})"


def train_ensemble(
    networks: Sequence[MLP],
    X: ArrayLike,
    y: ArrayLike,
    recipes: Recipe | Sequence[Recipe] = DEFAULT_RECIPE,
) -> EnsembleHistory:
    """Train many networks of one shape at once; each as `train` would do alone.

    All arrays have one more axis in front, one place for each network: the weights of a layer
    have shape (n_nets, n_out, n_in).  ``W @ x`` then multiplies all networks, and NumPy is
    called once for hundreds of them.

    Parameters
    ----------
    networks : sequence of MLP
        Where training starts, such as the same sizes with different seeds.  All need the same
        layer sizes, activations and dtype; they stay as they are.
    X : array_like of shape (n_samples, n_features) or (n_nets, n_samples, n_features)
        What all networks learn from, or a set for each.
    y : array_like of shape (n_samples,) or (n_nets, n_samples)
        Labels; with ``squared_error`` targets, which have a last axis n_out as well.
    recipes : Recipe or sequence of Recipe, default Recipe()
        One for all, or one for each network.  They may differ in `learning_rate`, `momentum`,
        `weight_decay` and `seed`.

    Returns
    -------
    EnsembleHistory
        The losses, and the trained networks in the same order.

    Raises
    ------
    TypeError
        If a network is no MLP, a recipe no Recipe, or numbers are of a wrong type.
    ValueError
        If the networks or recipes differ in more than they may, a layer is not dense with a
        fixed elementwise activation, `patience` is set, or the samples do not fit.

    See Also
    --------
    course_utils.training.train : One network.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Setting number of layers and their sizes": the final
    losses of small networks differ much between seeds, those of large networks little.

    Examples
    --------
    Three single neurons start with weight 0 and learn at different rates that positive inputs
    are class 1.  All losses begin at log 2; the fastest learner ends lowest.

    >>> from course_utils.network import Dense
    >>> neuron = MLP.from_layers([Dense([[0.0]], [0.0])])
    >>> recipes = [
    ...     Recipe("binary_cross_entropy", "sgd", learning_rate=rate, n_steps=20)
    ...     for rate in (0.1, 1.0, 10.0)
    ... ]
    >>> history = train_ensemble([neuron] * 3, [[-1.0], [1.0]], [0, 1], recipes)
    >>> history.steps
    array([ 0, 10, 20])
    >>> history.loss.round(3)
    array([[0.693, 0.494, 0.371],
           [0.693, 0.099, 0.051],
           [0.693, 0.004, 0.003]])
    """
    networks = _of_one_shape(networks)
    recipes = _one_for_each(networks, recipes)
    outcomes = [run.train() for run in _runs(networks, X, y, recipes)]
    return EnsembleHistory(
        steps=recorded_steps(recipes[0]),
        loss=np.concatenate([outcome.loss for outcome in outcomes]),
        networks=tuple(network for outcome in outcomes for network in outcome.networks),
        diverged=~np.concatenate([outcome.sound for outcome in outcomes]),
    )


def ensemble_steps(
    networks: Sequence[MLP],
    X: ArrayLike,
    y: ArrayLike,
    recipes: Recipe | Sequence[Recipe],
    *,
    every: int,
) -> Iterator[tuple[MLP, ...]]:
    """Train as `train_ensemble` does, and hand out the networks after every so many steps.

    A network whose parameters are no longer finite stays as it was when they last were.
    """
    networks = _of_one_shape(networks)
    recipes = _one_for_each(networks, recipes)
    runs = list(_runs(networks, X, y, recipes))
    for _ in range(every, recipes[0].n_steps + 1, every):
        yield tuple(network for run in runs for network in run.advance(every))


def _runs(
    networks: tuple[MLP, ...], X: ArrayLike, y: ArrayLike, recipes: tuple[Recipe, ...]
) -> Iterator[StackedRun]:
    samples = _columns(networks, X, y, recipes[0].loss)
    n_samples = samples.n_samples
    for nets in _chunks(networks, min(recipes[0].batch_size or n_samples, n_samples)):
        yield StackedRun(networks[nets], recipes[nets], samples.of(nets))


def _of_one_shape(networks: object) -> tuple[MLP, ...]:
    """Return the networks, or say which one cannot be stacked on the first."""
    if not isinstance(networks, Sequence):
        msg = f"networks must be a sequence of MLP, got {type(networks).__name__}"
        raise TypeError(msg)
    if not networks:
        msg = "networks must hold at least one MLP, got none"
        raise ValueError(msg)
    for n, network in enumerate(networks):
        _refuse_other_layers(network, n)
        if _shape(network) != _shape(networks[0]):
            msg = (
                "all networks must have the same layer sizes, activations and dtype, but "
                f"networks[0] is {_words(networks[0])} and networks[{n}] is {_words(network)}"
            )
            raise ValueError(msg)
    return tuple(networks)


def _refuse_other_layers(network: object, n: int) -> None:
    if not isinstance(network, MLP):
        msg = f"networks[{n}] must be an MLP, got {type(network).__name__}"
        raise TypeError(msg)
    if not is_plain(network):
        msg = (
            f"networks[{n}] is {_words(network)}, but only dense layers with a fixed "
            "elementwise activation can be stacked; try train for each network"
        )
        raise ValueError(msg)


def _shape(network: MLP) -> tuple[object, ...]:
    activations = [layer.activation for layer in network.layers]
    return network.layer_sizes, network.dtype, activations


def _words(network: MLP) -> str:
    sizes = "-".join(map(str, network.layer_sizes))
    return f"{sizes} {', '.join(network.activations)} {network.dtype}"


def _one_for_each(networks: Sequence[MLP], recipes: object) -> tuple[Recipe, ...]:
    """Return as many recipes as networks, or say what differs that must not."""
    if isinstance(recipes, Recipe):
        recipes = [recipes] * len(networks)
    if not isinstance(recipes, Sequence):
        msg = f"recipes must be a Recipe or a sequence of them, got {type(recipes).__name__}"
        raise TypeError(msg)
    if len(recipes) != len(networks):
        msg = (
            f"recipes has {len(recipes)} entries for {len(networks)} networks; "
            "pass one for all, or a sequence with one for each"
        )
        raise ValueError(msg)
    for n, recipe in enumerate(recipes):
        refuse_what_is_no_recipe(recipe, name=f"recipes[{n}]")
        _refuse_differences(recipes[0], recipe, n)
        _refuse_what_needs_one_network(recipe, n)
    return tuple(recipes)


def _refuse_differences(first: Recipe, other: Recipe, n: int) -> None:
    for name in (field.name for field in fields(Recipe)):
        mine, wanted = getattr(other, name), getattr(first, name)
        if name not in MAY_DIFFER and mine != wanted:
            msg = (
                f"recipes may differ only in {', '.join(MAY_DIFFER)}, but {name} is "
                f"{wanted!r} in recipes[0] and {mine!r} in recipes[{n}]"
            )
            raise ValueError(msg)


def _refuse_what_needs_one_network(recipe: Recipe, n: int) -> None:
    if recipe.patience is not None:
        msg = (
            f"recipes[{n}] has patience={recipe.patience}, but an ensemble does not stop "
            "early; try train for each network"
        )
        raise ValueError(msg)
    if isinstance(recipe.seed, np.random.Generator):
        msg = (
            f"the seed of recipes[{n}] must be a whole number, got a Generator, whose numbers "
            "depend on which network draws first"
        )
        raise TypeError(msg)


def _columns(networks: Sequence[MLP], X: ArrayLike, y: ArrayLike, loss: str) -> Columns:
    inputs, labels = fitting_columns(networks, X, y, loss)
    targets = stacked_loss(networks[0], loss).targets(labels, networks[0].layer_sizes[-1])
    return Columns(inputs, targets.astype(inputs.dtype))


def _chunks(networks: Sequence[MLP], n_samples: int) -> Iterator[slice]:
    """Yield so many networks at a time that their activations stay in the cache."""
    numbers = networks[0].n_neurons * n_samples
    size = max(1, CHUNK_BYTES // (numbers * networks[0].dtype.itemsize))
    for start in range(0, len(networks), size):
        yield slice(start, start + size)
