"""The experiments on signs and saturation, against formulas and sums done by hand."""

from __future__ import annotations

from math import isinf

import numpy as np
import pytest
from sklearn.linear_model import SGDRegressor

from course_utils.claims import FIRST, load, measure
from course_utils.claims.experiments import gradient_signs, saturation
from course_utils.claims.experiments._two_weights import (
    ANGLES,
    Samples,
    arrivals,
    descend,
    targets,
)
from course_utils.claims.experiments.gradient_signs import _condition, _single_gradients
from course_utils.network import MLP
from course_utils.training import gradients

FEW = FIRST[:3]


def test_the_gradient_of_each_sample_is_that_of_a_network_which_sees_it_alone() -> None:
    network = MLP([3, 1], seed=1)
    X, y = np.random.default_rng(1).standard_normal((5, 3)), np.array([0, 1, 1, 0, 1])

    single = _single_gradients(network.forward(X), X, y)

    alone = [gradients(network, X[[n]], y[[n]], "binary_cross_entropy")[1] for n in range(5)]
    assert single == pytest.approx(np.concatenate([g["W1"] for g in alone]))


def test_n_centred_inputs_are_of_one_sign_twice_in_2_to_the_n() -> None:
    table = measure(30, FEW).table

    assert table["chance of one sign"][:2] == [1 / 2, 1 / 4]
    assert table["centred"] == pytest.approx(table["chance of one sign"], abs=0.02)


def test_a_run_takes_the_steps_that_scikit_learn_takes() -> None:
    X = Samples(31, 0.5, 30).draw(FEW)
    by_sklearn = SGDRegressor(
        penalty=None, fit_intercept=False, learning_rate="constant", eta0=0.2
    )
    for batch in X[5]:  # its squared error has a factor of 1/2, so its rate is twice ours
        by_sklearn.partial_fit(batch, batch @ targets()[3])

    assert descend(X, 0.1)[5, 3, -1] == pytest.approx(by_sklearn.coef_)


def test_a_run_arrives_when_a_tenth_of_the_way_is_left() -> None:
    to_the_right = np.array([[0.0, 0.0], [0.85, 0.0], [0.95, 0.0]])

    steps = arrivals(np.array([to_the_right] * len(ANGLES)))

    assert steps[ANGLES.index(0)] == 2
    assert isinf(steps[ANGLES.index(90)])


def test_condition_numbers_are_those_of_the_second_moments() -> None:
    for mean in (0.0, 0.5, 1.0):
        # Along the diagonal the mean adds to the variance, across it the variance is alone.
        exact = (1 / 12 + 2 * mean**2) / (1 / 12)
        condition = _condition(Samples(31, mean - 0.5, 250), FIRST)
        assert condition == pytest.approx(exact, rel=0.06)


def test_on_the_diagonal_the_path_is_shortest_and_across_it_longest() -> None:
    table = measure(31, FIRST[:6]).table
    ratios = dict(zip(ANGLES, table["inputs from .5 to 1.5"], strict=True))

    assert min(ratios, key=ratios.__getitem__) == 45
    assert max(ratios, key=ratios.__getitem__) in {120, 135, 150}


def test_inputs_without_an_offset_do_not_zig_zag(monkeypatch: pytest.MonkeyPatch) -> None:
    at_zero = dict.fromkeys(gradient_signs.LOWEST, -0.5)
    monkeypatch.setattr(gradient_signs, "LOWEST", at_zero)

    missed = {figure.name for figure in measure(31, FEW).missed}

    assert "path to straight line, inputs from .5 to 1.5" in missed
    assert "condition number, inputs from 0 to 1" in missed


def test_centred_inputs_lose_their_one_sign_in_a_batch_of_2_too() -> None:
    start = measure(32, FEW).table["at the start"]

    assert start == sorted(start, reverse=True)
    # Two errors of one sign leave the signs of the inputs as they are: every other pair.
    assert start[1] == pytest.approx(0.5, abs=0.02)


def test_slopes_at_the_start_are_quarters_where_the_weights_are_small() -> None:
    X = np.random.default_rng(0).standard_normal((20, 2))
    y = np.zeros(20, dtype=int)

    slope, flat, _ = saturation._start(saturation._network(1e-6, 0), X, y)

    assert slope == pytest.approx(0.25, rel=1e-6)
    assert flat == 0


def test_the_six_rows_are_in_their_notebooks() -> None:
    claims = [load()[number] for number in (28, 30, 31, 32, 33, 34)]

    assert [claim.notebook for claim in claims] == ["03", *["04"] * 5]
