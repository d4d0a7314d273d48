"""A training run from start to end, and what it leaves behind."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from course_utils.losses import LOSSES
from course_utils.network import MLP
from course_utils.training import History, Recipe, Snapshot, gradients, train, training_steps

X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
XOR = np.array([0, 1, 1, 0])
NETWORK = MLP([2, 4, 2], "tanh", seed=1)
SHORT = Recipe(n_steps=25, learning_rate=0.5)
WILD = Recipe("squared_error", "sgd", learning_rate=1.5, n_steps=1000, record_every=2)


def same(first: MLP, second: MLP) -> bool:
    ours, theirs = first.parameters(), second.parameters()
    return all((ours[name] == theirs[name]).all() for name in ours)


@pytest.mark.parametrize(
    ("n_steps", "every", "steps"),
    [(25, 10, [0, 10, 20, 25]), (20, 10, [0, 10, 20]), (3, 10, [0, 3]), (2, 1, [0, 1, 2])],
)
def test_losses_are_recorded_at_the_start_now_and_then_and_at_the_end(
    n_steps: int, every: int, steps: list[int]
) -> None:
    history = train(NETWORK, X, XOR, replace(SHORT, n_steps=n_steps, record_every=every))

    assert history.steps.tolist() == steps
    assert history.n_steps == n_steps
    assert len(history.loss) == len(steps)


@pytest.mark.parametrize("batch_size", [None, 3])
@pytest.mark.parametrize("every", [1, 10])
@pytest.mark.parametrize("activation", ["tanh", "prelu", "maxout"])
def test_recorded_loss_is_that_of_all_samples_without_penalty(
    activation: str, every: int, batch_size: int | None
) -> None:
    network = MLP([2, 4, 2], activation, seed=1)
    recipe = replace(SHORT, weight_decay=0.1, batch_size=batch_size, record_every=every)
    history = train(network, X, XOR, recipe)

    for step, loss in zip(history.steps[1:], history.loss[1:], strict=True):
        scores = train(network, X, XOR, replace(recipe, n_steps=int(step))).network.forward(X)
        assert loss == pytest.approx(LOSSES["cross_entropy"](scores, XOR), rel=1e-12)
    assert history.loss[0] == pytest.approx(LOSSES["cross_entropy"](network.forward(X), XOR))


@pytest.mark.parametrize(
    "loss", ["cross_entropy", "hinge", "binary_cross_entropy", "binary_hinge"]
)
@pytest.mark.parametrize("activation", ["tanh", "prelu"])
def test_training_solves_xor(loss: str, activation: str) -> None:
    n_out = 1 if loss.startswith("binary") else 2
    history = train(MLP([2, 8, n_out], activation, seed=1), X, XOR, Recipe(loss, n_steps=500))

    assert history.network.predict(X).tolist() == XOR.tolist()
    assert history.loss[-1] < 0.05


def test_the_default_recipe_is_used_if_none_is_given() -> None:
    history = train(NETWORK, X, XOR)
    assert same(history.network, train(NETWORK, X, XOR, Recipe()).network)
    assert history.n_steps == 1000


@pytest.mark.parametrize("activation", ["tanh", "prelu"])
def test_training_changes_none_of_its_inputs(activation: str) -> None:
    network = MLP([2, 4, 2], activation)
    before = {name: p.copy() for name, p in network.parameters().items()}
    inputs, labels = X.copy(), XOR.copy()
    inputs.flags.writeable = labels.flags.writeable = False

    train(network, inputs, labels, SHORT, validation=(inputs, labels))

    assert (inputs == X).all()
    assert all((p == before[name]).all() for name, p in network.parameters().items())


@pytest.mark.parametrize("activation", ["tanh", "prelu"])
def test_minibatches_follow_a_fresh_permutation_each_epoch(activation: str) -> None:
    recipe = Recipe(optimizer="sgd", n_steps=7, batch_size=3, seed=5)
    network, rng, left = MLP([2, 4, 2], activation), np.random.default_rng(5), np.array([], int)
    expected = network
    for _ in range(7):  # batches of 3 and 1, three epochs and a half
        left = rng.permutation(4) if left.size == 0 else left
        chosen, left = left[:3], left[3:]
        _, slopes = gradients(expected, X[chosen], XOR[chosen])
        old = expected.parameters()
        expected = expected.with_parameters({k: old[k] - 0.1 * slopes[k] for k in old})

    trained = train(network, X, XOR, recipe).network.parameters()

    assert all(
        trained[k] == pytest.approx(p, rel=1e-12) for k, p in expected.parameters().items()
    )


@pytest.mark.parametrize("activation", ["tanh", "prelu"])
@pytest.mark.parametrize("batch_size", [4, 5])
def test_a_minibatch_of_all_samples_is_no_minibatch(activation: str, batch_size: int) -> None:
    network, rng = MLP([2, 4, 2], activation), np.random.default_rng(0)
    before = rng.bit_generator.state
    small = train(network, X, XOR, replace(SHORT, batch_size=batch_size, seed=rng))

    assert same(small.network, train(network, X, XOR, SHORT).network)
    assert rng.bit_generator.state == before


def test_the_seed_decides_the_order() -> None:
    first, again, other, drawn = (
        train(NETWORK, X, XOR, replace(SHORT, batch_size=1, seed=seed)).network
        for seed in (1, 1, 2, np.random.default_rng(1))
    )
    assert same(first, again)
    assert same(first, drawn)
    assert not same(first, other)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("batch_size", [None, 3])
@pytest.mark.parametrize("activation", ["identity", "relu", "prelu"])
def test_divergence_ends_a_run_without_a_warning(
    activation: str, batch_size: int | None, dtype: Any
) -> None:
    network = MLP([2, 4, 1], activation, dtype=dtype, seed=2)
    targets, recipe = 10.0 * XOR, replace(WILD, batch_size=batch_size)
    history = train(network, X, targets, recipe, validation=(X, XOR))

    assert history.diverged
    assert not history.stopped_early
    assert history.n_steps < 1000
    assert np.isfinite(history.loss).tolist() == [True] * (len(history.loss) - 1) + [False]
    last = train(network, X, targets, replace(recipe, n_steps=history.n_steps - 2)).network
    assert same(history.network, last)
    assert history.validation_loss is not None
    assert np.isnan(history.validation_loss[-1])


@pytest.mark.parametrize("activation", ["identity", "prelu"])
def test_a_loss_that_is_infinite_at_once(activation: str) -> None:
    network = MLP([2, 2, 1], activation)
    history = train(network, 1e200 * X, XOR, WILD)
    assert (history.steps.tolist(), history.diverged) == ([0], True)
    assert same(history.network, network)


def test_a_run_that_goes_well_did_not_diverge() -> None:
    history = train(NETWORK, X, XOR, SHORT)
    assert (history.diverged, history.stopped_early) == (False, False)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({}, "History(n_steps=20, loss 0.6931 -> 0.1235)"),
        ({"diverged": True}, "0.1235, diverged)"),
        ({"stopped_early": True}, "0.1235, stopped early)"),
        ({"validation_loss": np.array([2.0, 3.0, 4.0])}, ", validation loss 2 -> 4)"),
    ],
)
def test_history_prints_in_a_line(options: dict[str, Any], words: str) -> None:
    steps, losses = np.array([0, 10, 20]), np.array([0.693147, 1.0, 0.123456])
    values: dict[str, Any] = {"validation_loss": None, "network": NETWORK, **options}
    line = repr(History(steps, losses, **values))
    assert line.startswith("History(n_steps=20, loss 0.6931 -> 0.1235")
    assert words in line


def test_history_and_snapshot_are_values() -> None:
    history, other = (train(NETWORK, X, XOR, SHORT) for _ in range(2))
    assert history != other  # and no quarrel about arrays
    values: tuple[Any, ...] = (history, Snapshot(1, 0.5, NETWORK))
    for value in values:
        with pytest.raises(FrozenInstanceError):
            value.loss = 0.0


def test_snapshots_come_after_every_so_many_steps() -> None:
    looks = list(training_steps(NETWORK, X, XOR, replace(SHORT, n_steps=45)))

    assert [look.step for look in looks] == [20, 40, 45]
    for look in looks:
        whole = train(NETWORK, X, XOR, replace(SHORT, n_steps=look.step))
        assert same(look.network, whole.network)
        assert look.loss == whole.loss[-1]


@pytest.mark.parametrize(("every", "steps"), [(1, [1, 2, 3]), (3, [3]), (5, [3])])
def test_distance_of_snapshots(every: int, steps: list[int]) -> None:
    looks = training_steps(NETWORK, X, XOR, replace(SHORT, n_steps=3), every=every)
    assert [look.step for look in looks] == steps


def test_snapshots_end_when_training_diverges() -> None:
    *earlier, last = training_steps(MLP([2, 4, 1], "relu"), X, XOR, WILD, every=5)
    assert not np.isfinite(last.loss)
    assert all(np.isfinite(look.loss) for look in earlier)
    assert all(b.step - a.step == 5 for a, b in pairwise([*earlier, last]))
    assert isinstance(last, Snapshot)
    assert same(last.network, earlier[-1].network)


def test_snapshots_refuse_at_once() -> None:
    with pytest.raises(ValueError, match="every must be 1 or more, got 0"):
        training_steps(NETWORK, X, XOR, every=0)
    with pytest.raises(ValueError, match="patience=2 needs a validation loss"):
        training_steps(NETWORK, X, XOR, Recipe(patience=2))
    with pytest.raises(ValueError, match="y must have shape"):
        training_steps(NETWORK, X, [0, 1])
