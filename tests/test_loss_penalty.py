"""The L2 penalty on the weights."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from course_utils.losses import l2_penalty, l2_penalty_gradient

both = pytest.mark.parametrize("function", [l2_penalty, l2_penalty_gradient])


def test_penalty_worked_by_hand() -> None:
    # 1 + 4 + 9 + 16 = 30 in the first layer, 25 in the second; half of a tenth of 55.
    assert l2_penalty([[[1, 2], [3, -4]], [[5]]], 0.1) == pytest.approx(2.75, rel=1e-15)


def test_gradient_worked_by_hand() -> None:
    first, second = l2_penalty_gradient([[[1.0, 2.0], [3.0, -4.0]], [[5.0]]], 0.5)

    assert (first.tolist(), second.tolist()) == ([[0.5, 1.0], [1.5, -2.0]], [[2.5]])


def test_gradient_is_the_slope_of_the_penalty() -> None:
    W, step = np.random.default_rng(0).normal(size=(3, 2)), 1e-6
    for place in np.ndindex(W.shape):
        bump = np.zeros_like(W)
        bump[place] = step
        slope = (l2_penalty([W + bump], 0.3) - l2_penalty([W - bump], 0.3)) / (2 * step)

        assert l2_penalty_gradient([W], 0.3)[0][place] == pytest.approx(slope, rel=1e-6)


def test_penalty_alone_forgets_by_the_same_share_each_step() -> None:  # ledger row 19
    W = np.array([[1.0]])
    for _ in range(50):
        W = W - 0.5 * l2_penalty_gradient([W], 0.1)[0]

    assert W[0, 0] == pytest.approx(0.95**50, rel=1e-12)


def test_no_decay_and_no_weights_cost_nothing() -> None:
    assert l2_penalty([[[3.0]]], 0.0) == 0
    assert l2_penalty([], 0.1) == 0
    assert l2_penalty_gradient([], 0.1) == []


def test_float32_stays_float32() -> None:
    assert l2_penalty_gradient([np.ones((2, 2), np.float32)], 0.1)[0].dtype == np.float32


def test_weights_may_come_from_any_iterable() -> None:
    weights = {"W1": np.ones((2, 2)), "W2": np.ones((1, 2))}

    assert l2_penalty(weights.values(), 2.0) == 6
    assert type(l2_penalty(weights.values(), 2.0)) is float


def test_weights_are_not_changed() -> None:
    W = np.ones((2, 2))

    l2_penalty_gradient([W], 1.0)[0][:] = 7
    l2_penalty([W], 1.0)

    assert (W == 1).all()


def test_huge_and_tiny_weights_cause_no_warning() -> None:
    with np.errstate(all="raise"):
        assert l2_penalty([[1e200]], 1.0) == np.inf
        assert l2_penalty([[1e-200]], 1.0) == 0
        assert l2_penalty_gradient([[1e308, 1e-308]], 1e-9)[0][0] == pytest.approx(1e299)
        assert l2_penalty_gradient([[1e308]], 1e9)[0][0] == np.inf


@both
@pytest.mark.parametrize(
    ("Ws", "words"),
    [
        (np.ones((3, 2)), r"Ws must be a list of arrays, got one of shape \(3, 2\); try \[W\]"),
        ({"W1": 1, "b1": 2}, r"without the biases, got a mapping of \['W1', 'b1'\]"),
        ([[1.0], ["a"]], r"Ws\[1\] must hold real numbers"),
    ],
)
def test_weights_must_come_as_a_list_of_arrays(function: Any, Ws: Any, words: str) -> None:
    with pytest.raises(TypeError, match=words):
        function(Ws, 0.1)


@both
def test_weights_must_be_finite(function: Any) -> None:
    with pytest.raises(ValueError, match=r"but Ws\[1\]\[0, 1\] is nan"):
        function([[[1.0]], [[1.0, np.nan]]], 0.1)


@both
@pytest.mark.parametrize("weight_decay", [-0.1, np.inf, np.nan])
def test_weight_decay_must_be_0_or_more(function: Any, weight_decay: float) -> None:
    with pytest.raises(
        ValueError, match=r"^weight_decay must be a finite number, 0 or more; got"
    ):
        function([[1.0]], weight_decay)
