"""Losses of many classes, of regression, and the table that lists all of them."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from math import exp, log
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import log_loss, mean_squared_error

from course_utils.losses import (
    LOSSES,
    Loss,
    binary_cross_entropy,
    binary_cross_entropy_gradient,
    binary_hinge,
    cross_entropy,
    cross_entropy_gradient,
    get_loss,
    hinge,
    hinge_gradient,
    squared_error,
    squared_error_gradient,
)

seeds = st.integers(0, 2**32 - 1)
NOTES_SCORES = [[-2.85, 0.86, 0.28]]  # the notes' drawing of hinge against softmax, class 2


def classes(seed: int) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    n_samples, n_classes = rng.integers(1, 9), rng.integers(2, 7)
    scores = rng.normal(size=(n_samples, n_classes)) * 3
    return scores, rng.integers(n_classes, size=n_samples)


def softmax_by_hand(row: list[float]) -> np.ndarray:
    return np.array([exp(s) for s in row]) / sum(exp(s) for s in row)


def test_cross_entropy_of_the_notes() -> None:
    assert cross_entropy(NOTES_SCORES, [2]) == pytest.approx(1.04, abs=5e-3)


def test_hinge_of_the_notes() -> None:
    assert hinge(NOTES_SCORES, [2]) == pytest.approx(1.58, abs=1e-12)
    assert hinge([[13.0, -7.0, 11.0]], [0], margin=10) == 8


@pytest.mark.parametrize("n_classes", [2, 3, 10, 1000])
def test_equal_scores_cost_the_logarithm_of_the_number_of_classes(n_classes: int) -> None:
    loss = cross_entropy(np.full((3, n_classes), 7.0), [0, 1, n_classes - 1])

    assert loss == pytest.approx(log(n_classes), rel=1e-13)


@given(seeds)
def test_cross_entropy_agrees_with_scikit_learn(seed: int) -> None:
    scores, y = classes(seed)
    p = np.array([softmax_by_hand(row) for row in scores.tolist()])

    expected = log_loss(y, p, labels=range(p.shape[1]))

    assert cross_entropy(scores, y) == pytest.approx(expected, rel=1e-10)


@given(seeds)
def test_hinge_agrees_with_a_loop(seed: int) -> None:
    scores, y = classes(seed)
    total = 0.0
    for row, right in zip(scores, y, strict=True):
        for j, score in enumerate(row):
            total += max(0.0, 0.7 + score - row[right]) if j != right else 0.0

    assert hinge(scores, y, margin=0.7) == pytest.approx(total / len(y), rel=1e-12)


@given(seeds)
def test_squared_error_agrees_with_scikit_learn(seed: int) -> None:
    rng = np.random.default_rng(seed)
    shape = (rng.integers(1, 9), rng.integers(1, 5))
    scores, targets = rng.normal(size=shape), rng.normal(size=shape)

    expected = mean_squared_error(targets, scores)

    assert squared_error(scores, targets) == pytest.approx(expected, rel=1e-12)


def test_gradients_worked_by_hand() -> None:
    assert cross_entropy_gradient([[0.0, log(3.0)], [5.0, 5.0]], [0, 1]) == pytest.approx(
        np.array([[-0.375, 0.375], [0.25, -0.25]]), abs=1e-15
    )
    scores = [[1.0, 0.5, -3.0, 1.5], [9.0, 0.0, 0.0, 0.0]]
    expected = [[-1.0, 0.5, 0.0, 0.5], [0.0, 0.0, 0.0, 0.0]]
    assert hinge_gradient(scores, [0, 0]).tolist() == expected
    assert squared_error_gradient([[1.0, 2.0], [3.0, 4.0]], np.zeros((2, 2))).tolist() == [
        [0.5, 1.0],
        [1.5, 2.0],
    ]


def test_hinge_has_slope_0_exactly_on_the_margin() -> None:
    scores = [[2.0, 1.0, 1.5]]

    assert hinge(scores, [0]) == 0.5
    assert hinge_gradient(scores, [0]).tolist() == [[-1.0, 0.0, 1.0]]
    assert hinge_gradient(scores, [0], margin=0.5).tolist() == [[0.0, 0.0, 0.0]]


@given(seeds)
def test_hinge_is_0_beyond_the_margin(seed: int) -> None:
    scores, y = classes(seed)
    scores[np.arange(len(y)), y] = scores.max(axis=1) + 1.001

    assert hinge(scores, y) == 0
    assert not hinge_gradient(scores, y).any()


@given(seeds, st.floats(-100, 100))
def test_what_is_added_to_all_scores_does_not_matter(seed: int, shift: float) -> None:
    scores, y = classes(seed)

    for loss in (cross_entropy, hinge):
        assert loss(scores + shift, y) == pytest.approx(loss(scores, y), rel=1e-9, abs=1e-12)


@pytest.mark.parametrize("gradient", [cross_entropy_gradient, hinge_gradient])
@given(seed=seeds)
def test_gradient_rows_add_up_to_0(gradient: Any, seed: int) -> None:
    scores, y = classes(seed)

    assert gradient(scores, y).sum(axis=1) == pytest.approx(0, abs=1e-14)


@given(seeds)
def test_two_classes_are_the_binary_losses_of_the_scores_0_and_s(seed: int) -> None:
    rng = np.random.default_rng(seed)
    s, y = rng.normal(size=5) * 20, rng.integers(2, size=5)
    scores = np.column_stack([np.zeros(5), s])

    assert cross_entropy(scores, y) == pytest.approx(binary_cross_entropy(s, y), rel=1e-13)
    assert hinge(scores, y) == pytest.approx(binary_hinge(s, y), rel=1e-13)
    assert cross_entropy_gradient(scores, y)[:, 1] == pytest.approx(
        binary_cross_entropy_gradient(s, y), abs=1e-15
    )


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_cross_entropy_stands_scores_of_10000(dtype: Any) -> None:
    scores = np.array([[1e4, -1e4, 0.0], [1e4, -1e4, 0.0]], dtype)

    assert cross_entropy(scores, [0, 1]) == 1e4
    assert cross_entropy_gradient(scores, [0, 1]).tolist() == [[0, 0, 0], [0.5, -0.5, 0]]


def test_tiny_losses_do_not_round_to_0() -> None:
    tiny = cross_entropy([[50.0, 0.0], [0.0, 50.0]], [0, 1])

    assert tiny == pytest.approx(exp(-50), rel=1e-12)


@pytest.mark.parametrize("name", ["cross_entropy", "hinge", "squared_error"])
def test_scores_near_the_largest_number_cause_no_warning(name: str) -> None:
    scores = np.array([[1.7e308, -1.7e308], [1.7e308, -1.7e308]])
    y = -scores if name == "squared_error" else np.array([1, 1])

    with np.errstate(all="raise"):
        assert LOSSES[name](scores, y) == np.inf
        assert LOSSES[name].gradient(scores, y)[0, 0] in (0.5, np.inf)


def test_numbers_too_small_or_sums_too_large_cause_no_warning() -> None:
    with np.errstate(all="raise"):
        assert cross_entropy([[0.0, -744.0]], [0]) == pytest.approx(0, abs=1e-300)
        assert hinge([[1e308, 1e308, 0.0]], [2]) == np.inf
        assert squared_error([[1e-200]], [0.0]) == 0
        assert squared_error_gradient([[1e-308] * 9], [[0.0] * 9]).max() < 1e-308


def test_squared_error_takes_a_column_of_scores_for_a_row_of_targets() -> None:
    assert squared_error([1.0, 2.0], [0.0, 4.0]) == 2.5
    assert squared_error([[1.0], [2.0]], [0.0, 4.0]) == 2.5
    assert squared_error_gradient([[1.0], [2.0]], [0.0, 4.0]).tolist() == [[1.0], [-2.0]]


def test_losses_are_found_by_name() -> None:
    assert get_loss("hinge") is LOSSES["hinge"]
    assert get_loss(LOSSES["hinge"]) is LOSSES["hinge"]
    assert (LOSSES["hinge"].function, LOSSES["hinge"].gradient) == (hinge, hinge_gradient)


def test_table_names_what_each_loss_compares_with() -> None:
    assert {name: loss.kind for name, loss in LOSSES.items()} == {
        "binary_cross_entropy": "binary",
        "binary_hinge": "binary",
        "cross_entropy": "classes",
        "hinge": "classes",
        "squared_error": "targets",
    }


@pytest.mark.parametrize("entry", LOSSES.values(), ids=lambda entry: entry.name)
def test_entries_bear_their_names(entry: Loss) -> None:
    assert LOSSES[entry.name] is entry
    assert entry.function.__name__ == entry.name
    assert entry.gradient.__name__ == f"{entry.name}_gradient"


@pytest.mark.parametrize(
    ("name", "advice"),
    [("Cross-Entropy", "did you mean 'cross_entropy'"), ("xyz", "choose one of binary_cross")],
)
def test_an_unknown_name_gets_advice(name: str, advice: str) -> None:
    with pytest.raises(ValueError, match=f"no loss called '{name}'; {advice}"):
        get_loss(name)


def test_table_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'name'"):
        LOSSES["hinge"].name = "mine"  # type: ignore[misc]
    with pytest.raises(TypeError, match="does not support item assignment"):
        LOSSES["hinge"] = LOSSES["cross_entropy"]  # type: ignore[index]
