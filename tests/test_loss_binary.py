"""Losses of two classes and one score for each sample."""

from __future__ import annotations

from math import exp, log, log1p
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import hinge_loss, log_loss

from course_utils.activations import sigmoid
from course_utils.losses import (
    binary_cross_entropy,
    binary_cross_entropy_gradient,
    binary_hinge,
    binary_hinge_gradient,
)

seeds = st.integers(0, 2**32 - 1)
BOTH = pytest.mark.parametrize("loss", [binary_cross_entropy, binary_hinge])
dtypes = pytest.mark.parametrize("dtype", [np.float32, np.float64])


def samples(seed: int) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    n_samples = rng.integers(2, 12)
    return rng.normal(size=n_samples) * 3, np.append(
        rng.integers(2, size=n_samples - 2), [0, 1]
    )


@pytest.mark.parametrize("y", [0, 1])
def test_a_score_of_0_costs_log_2(y: int) -> None:  # ledger row 16
    assert binary_cross_entropy([0.0], [y]) == pytest.approx(log(2), rel=1e-15)


def test_cross_entropy_worked_by_hand() -> None:
    # sigmoid(log 3) = 3/4: the first sample has probability 3/4, the second only 1/4.
    loss = binary_cross_entropy([log(3), log(3)], [1, 0])

    assert loss == pytest.approx((log(4 / 3) + log(4)) / 2, rel=1e-15)


@given(seeds)
def test_cross_entropy_agrees_with_scikit_learn(seed: int) -> None:
    scores, y = samples(seed)
    p = [1 / (1 + exp(-s)) for s in scores]

    assert binary_cross_entropy(scores, y) == pytest.approx(log_loss(y, p), rel=1e-10)


@given(seeds)
def test_hinge_agrees_with_scikit_learn(seed: int) -> None:
    scores, y = samples(seed)

    assert binary_hinge(scores, y) == pytest.approx(hinge_loss(y, scores), rel=1e-12)


@given(seeds)
def test_cross_entropy_gradient_is_probability_minus_label(seed: int) -> None:  # row 16
    scores, y = samples(seed)

    expected = (sigmoid(scores) - y) / len(y)

    assert binary_cross_entropy_gradient(scores, y) == pytest.approx(expected, abs=1e-15)


@pytest.mark.parametrize(
    ("score", "y", "loss", "slope"),
    [
        (2.0, 1, 0.0, 0.0),
        (1.0, 1, 0.0, 0.0),  # exactly on the margin the course takes slope 0
        (0.5, 1, 0.5, -1.0),
        (-1.0, 1, 2.0, -1.0),
        (-1.0, 0, 0.0, 0.0),
        (0.0, 0, 1.0, 1.0),
        (3.0, 0, 4.0, 1.0),
    ],
)
def test_hinge_on_both_sides_of_its_margin(
    score: float, y: int, loss: float, slope: float
) -> None:  # ledger row 18
    assert binary_hinge([score], [y]) == loss
    assert binary_hinge_gradient([score], [y]).tolist() == [slope]


def test_hinge_is_a_mean_over_the_samples() -> None:
    assert binary_hinge([-1.0, 0.5, 9.0, 0.0], [1, 1, 1, 0]) == (2 + 0.5 + 0 + 1) / 4
    assert binary_hinge_gradient([-1.0, 9.0], [1, 1]).tolist() == [-0.5, 0.0]


@dtypes
def test_scores_of_10000_cost_10000_on_the_wrong_side_and_nothing_on_the_right(
    dtype: Any,
) -> None:
    scores = np.array([1e4, -1e4], dtype)

    assert binary_cross_entropy(scores, [0, 1]) == 1e4
    assert binary_cross_entropy(scores, [1, 0]) == 0
    assert binary_cross_entropy_gradient(scores, [0, 1]).tolist() == [0.5, -0.5]


@pytest.mark.parametrize("score", [30.0, 50.0, 700.0])
def test_tiny_losses_do_not_round_to_0(score: float) -> None:
    tiny = log1p(exp(-score))

    assert binary_cross_entropy([score, -score], [1, 0]) == pytest.approx(
        tiny, rel=1e-12, abs=0
    )
    assert binary_cross_entropy_gradient([score], [1])[0] == pytest.approx(
        -tiny, rel=1e-12, abs=0
    )


@BOTH
@given(seed=seeds)
def test_losses_are_convex_along_lines(loss: Any, seed: int) -> None:
    rng = np.random.default_rng(seed)
    start, end, y = rng.normal(size=4) * 5, rng.normal(size=4) * 5, [0, 1, 1, 0]
    t = rng.uniform()

    middle = loss((1 - t) * start + t * end, y)

    chord = (1 - t) * loss(start, y) + t * loss(end, y)
    assert middle <= chord + 1e-12


@BOTH
@given(seed=seeds)
def test_swapping_the_classes_swaps_the_sign_of_the_scores(loss: Any, seed: int) -> None:
    scores, y = samples(seed)

    assert loss(-scores, 1 - y) == pytest.approx(loss(scores, y), rel=1e-14)


@BOTH
def test_scores_near_the_largest_number_cause_no_warning(loss: Any) -> None:
    with np.errstate(all="raise"):
        assert loss([1.7e308, 1.7e308], [0, 0]) == np.inf


def test_gradients_near_the_largest_number_cause_no_warning() -> None:
    with np.errstate(all="raise"):
        assert binary_cross_entropy_gradient([1.7e308], [0]).tolist() == [1.0]
        assert binary_cross_entropy_gradient([800.0], [1]) == pytest.approx(0, abs=1e-300)
        tiny = binary_cross_entropy_gradient(np.full(10_000, 706.0), np.ones(10_000))
        assert np.abs(tiny).max() < 1e-300
