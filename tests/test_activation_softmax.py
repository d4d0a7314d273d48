"""Softmax: probabilities out of scores, and how they answer to the scores."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from course_utils._arrays import Array
from course_utils.activations import (
    ACTIVATIONS,
    sigmoid,
    softmax,
    softmax_jacobian,
)

seeds = st.integers(0, 2**32 - 1)
scores_of_samples = hnp.arrays(
    float, hnp.array_shapes(min_dims=1, max_dims=3), elements=st.floats(-1e4, 1e4)
)


def test_softmax_by_hand() -> None:
    assert softmax(np.log([1.0, 2.0, 5.0])) == pytest.approx(
        [0.125, 0.25, 0.625], rel=4e-15, abs=0
    )


@given(scores_of_samples)
def test_probabilities_are_positive_and_add_up_to_1(scores: Array) -> None:
    p = softmax(scores)

    assert ((p >= 0) & (p <= 1)).all()
    assert p.sum(axis=-1) == pytest.approx(1, rel=1e-14, abs=0)


@given(st.lists(st.integers(-100, 100), min_size=1, max_size=5), st.integers(-1000, 1000))
def test_adding_to_all_scores_changes_nothing(scores: list[int], more: int) -> None:
    assert (softmax(scores) == softmax(np.array(scores) + more)).all()


@given(st.floats(-700, 700))
def test_two_classes_are_a_sigmoid(z: float) -> None:
    assert softmax([z, 0.0])[0] == pytest.approx(sigmoid(z), rel=1e-14, abs=0)


def test_softmax_along_another_axis() -> None:
    scores = np.log([[1.0, 1.0], [3.0, 1.0]])

    expected = np.array([[0.25, 0.5], [0.75, 0.5]])
    assert softmax(scores, axis=0) == pytest.approx(expected, rel=4e-15, abs=0)
    assert softmax(scores.T) == pytest.approx(expected.T, rel=4e-15, abs=0)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ([1e4, 0.0, -1e4], [1, 0, 0]),
        ([-1e4, -1e4], [0.5, 0.5]),
        ([np.inf, 0.0, np.inf, -np.inf], [0.5, 0, 0.5, 0]),
        ([-np.inf, -np.inf], [0.5, 0.5]),
        ([-np.inf, 7.0], [0, 1]),
        ([3.0], [1]),
    ],
)
def test_softmax_at_the_extremes(
    dtype: type, scores: list[float], expected: list[float]
) -> None:
    with np.errstate(all="raise"):
        p = softmax(np.array(scores, dtype))

    assert p.tolist() == expected
    assert p.dtype == dtype


def test_nan_spoils_its_own_sample_alone() -> None:
    p = softmax([[np.nan, 1.0], [1.0, 1.0]])

    assert np.isnan(p[0]).all()
    assert p[1].tolist() == [0.5, 0.5]


@pytest.mark.parametrize("shape", [(0,), (0, 3), (3, 0)])
def test_softmax_of_nothing_is_nothing(shape: tuple[int, ...]) -> None:
    assert softmax(np.ones(shape)).shape == shape


@pytest.mark.parametrize("function", [softmax, softmax_jacobian])
@pytest.mark.parametrize(
    ("scores", "error", "words"),
    [
        (3.0, ValueError, r"an axis of classes, got a single number; try \[score, 0.0\]"),
        (["a"], TypeError, r"^scores must hold real numbers"),
    ],
)
def test_softmax_refuses(
    function: Any, scores: Any, error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        function(scores)


def test_softmax_refuses_an_axis_that_is_not_there() -> None:
    with pytest.raises(ValueError, match="axis 2 is out of bounds for array of dimension 1"):
        softmax([1.0, 2.0], axis=2)


def test_softmax_leaves_its_input_alone() -> None:
    scores = np.array([1.0, 1.0])
    scores.flags.writeable = False

    softmax(scores)[:] = 7
    softmax_jacobian(scores)[:] = 7

    assert scores.tolist() == [1, 1]


@given(seeds)
def test_jacobian_is_the_slope_of_softmax(seed: int) -> None:
    scores, step = np.random.default_rng(seed).normal(size=(2, 4)), 1e-6
    moves = step * np.eye(4)
    up, down = softmax(scores[:, np.newaxis] + moves), softmax(scores[:, np.newaxis] - moves)

    slopes = (up - down).transpose(0, 2, 1) / (2 * step)

    assert softmax_jacobian(scores) == pytest.approx(slopes, abs=1e-9)


def test_jacobian_by_hand() -> None:
    jacobian = softmax_jacobian(np.log(np.array([1, 3], np.float32)))

    expected = np.array([[0.1875, -0.1875], [-0.1875, 0.1875]])
    assert jacobian == pytest.approx(expected, rel=1e-6, abs=0)
    assert jacobian.dtype == np.float32


def test_jacobians_of_many_samples_stand_side_by_side() -> None:
    scores = np.random.default_rng(0).normal(size=(2, 3, 4))

    together = softmax_jacobian(scores)

    assert together.shape == (2, 3, 4, 4)
    assert together[1, 2] == pytest.approx(softmax_jacobian(scores[1, 2]), rel=1e-14, abs=0)


def test_jacobian_of_a_sure_prediction_does_not_round_to_0() -> None:
    slope = ACTIVATIONS["sigmoid"].derivative(50.0)
    assert softmax_jacobian([50.0, 0.0])[0, 0] == pytest.approx(slope, rel=1e-14, abs=0)


def test_softmax_is_not_elementwise() -> None:  # ledger row 21
    assert softmax([1.0, 2.0])[0] != softmax([1.0, 3.0])[0]
