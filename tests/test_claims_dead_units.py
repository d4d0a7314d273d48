"""The experiments on dead units, against numbers worked by hand, and against sabotage."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from course_utils.claims import FIRST, measure
from course_utils.claims._result import Seeds
from course_utils.claims.experiments import dead_units as dead
from course_utils.claims.experiments import leaky_and_maxout as leaky
from course_utils.claims.experiments._dead_units import (
    Runs,
    descend,
    plain_recipe,
    spirals,
    start,
)
from course_utils.network import MLP, Dense, Maxout
from course_utils.training import train

TWO = FIRST[:2]


def test_the_outlier_moves_weight_and_bias_as_worked_by_hand() -> None:
    step = 0.1 * 2 * (1 + 0.1 + 20)  # rate, slope of the square, error at x = 1

    values = measure(43, TWO).values
    assert values["weight after the step"] == pytest.approx(1 - step)
    assert values["bias after the step"] == pytest.approx(0.1 - step)


def test_the_smallest_outlier_that_kills_is_where_the_formula_says() -> None:
    # The unit stays active at 1 as long as 1.1 - 2 * 0.2 * (1.1 - target) is above 0.
    deadly = 1.1 - 1.1 / 0.4

    assert dead._n_active(dead._after_outlier(1.0, 0.1, 1.0, deadly + 0.01)) > 0
    assert dead._n_active(dead._after_outlier(1.0, 0.1, 1.0, deadly - 0.01)) == 0


def test_a_dead_unit_is_found_in_its_layer() -> None:
    off = Dense([[1.0], [-1.0]], [0.0, 0.0], "relu")
    network = MLP.from_layers([off, Dense([[1.0, 1.0]], [-5.0], "relu"), Dense([[1.0]], [0.0])])

    first, second = dead._dead(network, np.array([[1.0], [3.0]]))
    assert (first.tolist(), second.tolist()) == ([False, True], [True])


def test_what_never_happens_in_the_first_layer_happens_in_the_second(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    in_order = dead._dead
    monkeypatch.setattr(dead, "_dead", lambda network, X: in_order(network, X)[::-1])

    assert measure(44, TWO).values["revivals in the first hidden layer, in all runs"] > 0


def test_a_run_of_many_ends_as_it_does_alone() -> None:
    runs = descend(45, TWO, (2, 6, 3), (0.5, 1.0), "relu")
    X, y = spirals(45, TWO)

    alone = train(start(45, TWO[1], (2, 6, 3), "relu"), X[1], y[1], plain_recipe(1.0)).network
    assert runs.accuracy[1, 1] == pytest.approx(np.mean(alone.predict(X[1]) == y[1]), abs=0.01)
    sums = alone.layers[0].W @ X[1].T.astype(np.float32) + alone.layers[0].b[:, np.newaxis]
    assert runs.dead[1, 1, 0] == np.mean((sums <= 0).all(axis=1))


def test_small_batches_miss_a_unit_that_is_seldom_active() -> None:
    a = np.zeros((300, 1))
    a[7] = 1

    shares = [share for share, _ in dead._shares_in_batches(a, 0)]
    assert shares == pytest.approx([299 / 300, 29 / 30, 2 / 3, 0])


def test_relu_in_place_of_leaky_relu_breaks_row_49(monkeypatch: pytest.MonkeyPatch) -> None:
    def descend_with_relu(
        row: int, seeds: Seeds, sizes: Sequence[int], rates: Sequence[float], _: str
    ) -> Runs:
        return descend(row, seeds, sizes, rates, "relu")

    monkeypatch.setattr(leaky, "descend", descend_with_relu)

    missed = [figure.name for figure in measure(49, TWO).missed]
    assert "largest share of dead units" in missed


def test_the_smaller_of_two_parallel_pieces_is_lost() -> None:
    hidden = Maxout([[[1.0], [1.0]], [[-1.0], [1.0]]], [[0.0, 0.0], [0.0, -1.0]])
    network = MLP.from_layers([hidden, Dense([[1.0, 1.0]], [0.0])])

    assert leaky._lost(network, np.array([[-1.0], [1.0]])) == [0.5]
    assert leaky._lost(network, np.array([[1.0], [2.0]])) == [1.0]


def test_a_unit_that_nobody_listens_to_has_no_gradient() -> None:
    hidden = Maxout([[[1.0], [1.0]], [[-1.0], [2.0]]], [[0.0, 0.0], [0.0, 0.0]])
    network = MLP.from_layers([hidden, Dense([[1.0, 0.0], [-1.0, 0.0]], [0.0, 0.0])])

    assert leaky._without_gradient(network, np.array([[1.0]]), np.array([0])) == 0.5


def test_the_standard_error_is_that_of_a_mean() -> None:
    assert leaky._standard_error(np.array([1.0, 2.0, 3.0])) == pytest.approx(3**-0.5)
