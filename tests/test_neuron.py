"""One neuron and the notes' linear scores."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.linear_model import LogisticRegression

from course_utils.activations import ACTIVATIONS
from course_utils.neuron import Neuron, linear_scores

seeds = st.integers(0, 2**32 - 1)


def test_neuron_worked_by_hand() -> None:
    neuron = Neuron([0.5, -1.0, 2.0], bias=0.25, activation="relu")

    assert neuron.pre_activation([2.0, 3.0, 1.0]) == 0.25
    assert neuron.forward([2.0, 4.0, 1.0]) == 0


def test_sigmoid_neuron_is_logistic_regression() -> None:
    X, y = np.random.default_rng(0).normal(size=(80, 3)), np.arange(80) % 2
    model = LogisticRegression().fit(X, y)

    neuron = Neuron(model.coef_[0], model.intercept_[0])

    assert neuron.forward(X) == pytest.approx(model.predict_proba(X)[:, 1], rel=1e-12)


@given(seeds)
def test_one_sample_equals_its_row_of_many(seed: int) -> None:
    rng = np.random.default_rng(seed)
    neuron = Neuron(rng.normal(size=4), rng.normal(), "tanh")
    X = rng.normal(size=(5, 4))

    assert neuron.forward(X)[2] == pytest.approx(neuron.forward(X[2]), rel=1e-12)


@given(seeds)
def test_flipping_a_weight_moves_the_output_the_other_way(seed: int) -> None:  # row 7
    rng = np.random.default_rng(seed)
    weights, x = rng.normal(size=3), rng.uniform(0.1, 1, size=3)
    flipped = weights * [-1, 1, 1]

    change = Neuron(flipped).pre_activation(x) - Neuron(weights).pre_activation(x)

    assert np.sign(change) == -np.sign(weights[0])


@given(seeds)
def test_boundary_has_no_pre_activation(seed: int) -> None:
    rng = np.random.default_rng(seed)
    neuron = Neuron(rng.normal(size=3) + 0.01, rng.normal())

    assert neuron.pre_activation(neuron.decision_boundary()) == pytest.approx(0, abs=1e-9)


def test_boundary_is_the_nearest_point_of_the_line() -> None:
    assert Neuron([3.0, 4.0], bias=-10.0).decision_boundary().tolist() == [1.2, 1.6]


def test_neuron_without_weights_has_no_boundary() -> None:
    with pytest.raises(ValueError, match="all its weights are 0, so z = 2 for every input"):
        Neuron([0.0, 0.0], bias=2).decision_boundary()


def test_single_precision_stays() -> None:
    neuron = Neuron(np.ones(2, np.float32), bias=0.5)

    assert neuron.forward(np.ones((3, 2), np.float32)).dtype == np.float32


def test_integers_become_floats() -> None:
    assert Neuron([1, 2]).pre_activation([3, 4]).dtype == np.float64


def test_neuron_keeps_its_own_weights() -> None:
    weights = np.array([1.0, 2.0])
    neuron = Neuron(weights)

    weights[0] = 99

    assert neuron.weights.tolist() == [1, 2]


def test_forward_leaves_its_input_alone() -> None:
    X = np.ones((2, 2))
    Neuron([1.0, 2.0], 1.0, "identity").forward(X)[:] = 5
    assert (X == 1).all()


def test_activation_may_be_given_as_an_object() -> None:
    assert Neuron([1.0], activation=ACTIVATIONS["relu"]).forward([-3.0]) == 0


def test_repr_shows_what_it_is() -> None:
    expected = "Neuron([ 1.5, -2. ], bias=0.5, activation='tanh')"
    assert repr(Neuron([1.5, -2], 0.5, "tanh")) == expected


@pytest.mark.parametrize(
    ("n_weights", "shape", "advice"),
    [
        (2, (3,), "has shape (3,) but the neuron has 2 weights; pass shape (2,) for one"),
        (2, (2, 3), "(n_samples, 2) for many; try X.T"),
        (1, (5,), "the neuron has 1 weight; pass"),
        (1, (5,), "try np.reshape(X, (-1, 1))"),
        (1, (), "try np.reshape(X, (-1, 1))"),
        (2, (1, 1, 2), "has shape (1, 1, 2)"),
    ],
)
def test_samples_that_do_not_fit(n_weights: int, shape: tuple[int, ...], advice: str) -> None:
    with pytest.raises(ValueError, match=re.escape(advice)):
        Neuron(np.ones(n_weights)).forward(np.ones(shape))


@pytest.mark.parametrize(
    ("weights", "bias", "error", "words"),
    [
        (2.0, 0.0, ValueError, r"got shape \(\); write \[w\] for a single weight"),
        ([[1.0, 2.0]], 0.0, ValueError, r"one row .* got shape \(1, 2\)"),
        ([], 0.0, ValueError, r"got shape \(0,\)"),
        (["a"], 0.0, TypeError, "weights must hold real numbers"),
        ([1.0], [1.0, 2.0], TypeError, r"bias must be one number, got .* shape \(2,\)"),
        ([1.0], None, TypeError, "bias must hold real numbers"),
    ],
)
def test_wrong_ingredients(weights: Any, bias: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        Neuron(weights, bias)


def test_scores_of_an_image_have_the_shape_of_the_notes() -> None:  # ledger row 1
    W, x = np.ones((10, 3072)), np.ones((3072, 1))

    assert linear_scores(W, x).shape == (10, 1)
    assert W.size == 30720


def test_scores_equal_sums_of_products() -> None:
    W, x = [[1.0, 2.0], [3.0, 4.0]], [[5.0, 7.0], [6.0, 8.0]]
    assert linear_scores(W, x).tolist() == [[17, 23], [39, 53]]


@pytest.mark.parametrize(
    ("W", "x", "words"),
    [
        ((3,), (3, 1), "W must have shape (n_out, n_in), got (3,)"),
        ((2, 3), (3,), "got (3,); try x.reshape(-1, 1)"),
        (
            (2, 3),
            (1, 3),
            "a column of shape (3, 1) because W has shape (2, 3), got (1, 3); try x.T",
        ),
        ((2, 3), (4, 1), "got (4, 1)"),
        ((2, 3), (), "got ()"),
    ],
)
def test_scores_refuse_other_shapes(W: tuple[int], x: tuple[int], words: str) -> None:
    with pytest.raises(ValueError, match=re.escape(words)):
        linear_scores(np.ones(W), np.ones(x))


@pytest.mark.parametrize(
    ("weights", "bias", "point"),
    [
        ([1e-200], 1e-200, [-1.0]),
        ([3e-200, -4e-200], 25e-200, [-3.0, 4.0]),
        ([3e200, 4e200], -25e200, [3.0, 4.0]),
        ([1e-320], 1.0, [-np.inf]),
    ],
)
def test_boundary_of_tiny_and_huge_weights(
    weights: list[float], bias: float, point: list[float]
) -> None:
    assert Neuron(weights, bias).decision_boundary() == pytest.approx(point, rel=1e-12)


def test_boundary_of_an_infinite_weight_is_unknown() -> None:
    assert np.isnan(Neuron([np.inf], 1.0).decision_boundary()).all()


def test_sums_may_overflow() -> None:
    huge, opposed = [[1e308, 1e308]], [[np.inf, -np.inf]]

    assert Neuron([10.0, 10.0]).forward(huge).tolist() == [1]
    assert np.isnan(Neuron([10.0, 10.0]).forward(opposed)).all()
    assert linear_scores([[10.0, 10.0]], np.transpose(huge)).tolist() == [[np.inf]]
    assert np.isnan(linear_scores([[10.0, 10.0]], np.transpose(opposed))).all()
