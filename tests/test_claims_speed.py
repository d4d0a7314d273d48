"""The experiments on speed and choice, against arithmetic done by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from course_utils.activations import get_activation
from course_utils.claims import FIRST, measure
from course_utils.claims.experiments import choice, speed
from course_utils.network import MLP, Dense
from course_utils.training import Recipe, train

TWO = FIRST[:2]
TUNING = range(5000, 5010)


def test_the_race_ends_where_one_long_run_gets_to_the_error() -> None:
    entrant = speed.USUAL[0]
    X, y = speed._sample(39, 3)
    steps = int(speed.race(entrant, 39, [3]).steps[0, 1])

    recipe = Recipe("cross_entropy", "sgd", entrant.learning_rate, n_steps=steps)
    start = speed._start(entrant, 39, 3)
    arrived = train(start, X, y, recipe).network
    before = train(start, X, y, replace(recipe, n_steps=steps - speed.LOOK)).network

    assert np.mean(arrived.predict(X) != y) <= 0.1 < np.mean(before.predict(X) != y)


@pytest.mark.parametrize("factor", [0.5, 2])
def test_half_and_twice_the_rate_are_slower_for_relu(factor: float) -> None:
    chosen = speed.USUAL[0]
    other = replace(chosen, learning_rate=factor * chosen.learning_rate)

    steps = [np.mean(speed.race(e, 39, TUNING).steps[:, 1]) for e in (chosen, other)]

    assert steps[0] < steps[1]


def test_the_factor_leaves_the_output_layer_alone() -> None:
    entrant = speed.USUAL[3]
    drawn = speed._start(entrant, 39, 0).parameters()
    larger = speed._start(replace(entrant, scale=4.0), 39, 0).parameters()

    assert [float((larger[f"W{n}"] / drawn[f"W{n}"]).max()) for n in (1, 2, 3, 4)] == [
        4,
        4,
        4,
        1,
    ]


def test_two_of_three_units_are_flat() -> None:
    hidden = Dense([[1.0], [3.0], [-3.0]], [0.0, 0.0, 0.0], "tanh")
    network = MLP.from_layers([hidden, Dense([[1.0, 1.0, 1.0]], [0.0])])
    slopes = get_activation("tanh").derivative([1.0, 3.0])

    assert slopes[1] < speed.FLAT < slopes[0]
    assert speed._flat_share(network, np.ones((5, 1))) == pytest.approx(2 / 3)


def test_ranks_are_shared_and_the_correlation_is_worked_by_hand() -> None:
    assert speed._ranks(np.array([5.0, 1.0, 5.0])).tolist() == [1.5, 0, 1.5]
    # Ranks 0 1 2 3 against 0 2 1 3: 1 - 6 * (1 + 1) / (4 * 15)
    x, y = np.array([1.0, 2.0, 3.0, 4.0]), np.array([1.0, 3.0, 2.0, 9.0])
    assert speed._rank_correlation(x, y) == pytest.approx(0.8)


def test_twice_and_half_as_long_cancel() -> None:
    assert speed._typical(np.array([2.0, 0.5])) == pytest.approx(1)


def test_a_call_that_does_more_is_found_slower() -> None:
    X = np.ones((200, 200))

    times = speed._best_times({"one": lambda: X + X, "many": lambda: X @ X @ X @ X @ X})

    assert speed._is_slower(times["many"], times["one"]) == 1
    assert speed._is_slower(times["one"], times["many"]) == 0


def test_the_six_mixes_are_compared_with_the_two_pure_networks() -> None:
    accuracy = np.array([[0.8], [0.9], [0.9], [0.9], [0.9], [0.9], [0.85], [0.9]])

    assert choice._mixes_minus_pure(accuracy) == pytest.approx(5.35 / 6 - 0.85)
    assert choice._worst_minus_worse(accuracy) == pytest.approx(0.05)


def test_a_normal_sum_passes_the_sixteenth_root_of_a_million_one_time_in_eight() -> None:
    # z**100 > 1e6 where z > 10**.06 = 1.148, and a normal z is with .1255.
    z = np.random.default_rng(0).standard_normal(100_000)

    assert choice._exploded(np.maximum(z, 0)) == pytest.approx(0.1255, abs=0.004)


def test_a_race_with_the_wrong_activation_leaves_its_interval(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    relu = {e.n_hidden: e for e in speed.USUAL if e.activation == "relu"}
    monkeypatch.setattr(
        speed,
        "_start",
        lambda entrant, row, seed: _drawn(relu[entrant.n_hidden], row, seed),
    )

    missed = {figure.name for figure in measure(40, TWO).missed}

    assert "slopes of tanh that are" in missed


def _drawn(entrant: speed.Entrant, row: int, seed: int) -> MLP:
    sizes = [2, *[speed.WIDTHS[entrant.n_hidden]] * entrant.n_hidden, 3]
    return MLP(sizes, "relu", seed=np.random.default_rng([row, seed, 1]), dtype=np.float32)
