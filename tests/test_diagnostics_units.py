"""Dead, saturated and revived units; signs of gradients; zig-zag."""

from __future__ import annotations

import re
from itertools import pairwise
from math import inf, sqrt
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from course_utils._arrays import Array
from course_utils.activations import ACTIVATIONS
from course_utils.diagnostics import (
    dead_fraction,
    dead_units,
    revivals,
    same_sign_share,
    saturated_fraction,
    zigzag_ratio,
)

matrices = arrays(
    np.float64,
    array_shapes(min_dims=2, max_dims=2, max_side=6),
    elements=st.sampled_from([-2.0, -0.5, 0.0, 0.0, 0.25, 3.0]),
)
histories = arrays(np.bool_, array_shapes(min_dims=2, max_dims=2, max_side=6))
paths = arrays(
    np.float64, array_shapes(min_dims=2, max_dims=2, max_side=6), elements=st.floats(-1e3, 1e3)
)


def test_dead_units_worked_by_hand() -> None:
    activations = [[0.0, 1.0, 0.0, 0.0], [0.0, 2.0, 0.0, 3.0], [0.0, 4.0, -0.0, 0.0]]

    assert dead_units(activations).tolist() == [True, False, True, False]
    assert dead_units(activations).dtype == np.bool_
    assert dead_fraction(activations) == 0.5


def test_a_negative_activation_is_alive() -> None:
    assert dead_units([[-1.0], [0.0]]).tolist() == [False]


@given(matrices)
def test_a_batch_never_shows_fewer_dead_units(activations: Array) -> None:  # ledger row 47
    assert 0 <= dead_fraction(activations) <= dead_fraction(activations[:1]) <= 1


@given(matrices, st.randoms(use_true_random=False))
def test_the_order_of_samples_does_not_matter(activations: Array, random: Any) -> None:
    order = list(range(len(activations)))
    random.shuffle(order)
    shuffled = activations[order]
    assert (dead_units(shuffled) == dead_units(activations)).all()
    assert saturated_fraction(shuffled) == saturated_fraction(activations)
    assert same_sign_share(shuffled) == pytest.approx(same_sign_share(activations))


def test_saturated_fraction_worked_by_hand() -> None:
    slopes = [[0.25, 0.01], [0.0099, -0.0099]]

    assert saturated_fraction(slopes) == 0.5
    assert saturated_fraction(slopes, 0.0099) == 0
    assert saturated_fraction(slopes, threshold=0.02) == 0.75
    assert saturated_fraction(0.0) == 1


def test_sigmoid_saturates_beyond_4_6() -> None:  # there a (1 - a) = 0.01, a = .98990
    z = np.log([0.9898 / 0.0102, 0.99 / 0.01])
    slopes = ACTIVATIONS["sigmoid"].derivative([*z, *-z])
    assert saturated_fraction(slopes) == 0.5


@given(matrices, st.floats(0.01, 1), st.floats(0.01, 1))
def test_a_higher_threshold_never_finds_less(slopes: Array, one: float, two: float) -> None:
    low, high = sorted([one, two])
    assert 0 <= saturated_fraction(slopes, low) <= saturated_fraction(slopes, high) <= 1


def test_revivals_worked_by_hand() -> None:
    history = [[1, 0, 1], [0, 0, 1], [1, 1, 1], [0, 1, 1], [0, 0, 1]]

    assert revivals(history) == 3
    assert isinstance(revivals(history), int)


@given(histories)
def test_revivals_are_as_many_as_a_loop_counts(history: Any) -> None:
    expected = 0
    for unit in history.T.tolist():
        for now, later in pairwise(unit):
            expected += now and not later

    assert revivals(history) == expected
    assert revivals(history) <= history.shape[1] * (len(history) // 2)


def test_same_sign_worked_by_hand() -> None:
    gradients = [[1, 2], [-1, -3], [1, -1], [0, 1], [0, -1], [0, 0], [4, 5], [-1, 1]]
    assert same_sign_share(gradients) == 3 / 8


def test_positive_inputs_give_gradients_of_one_sign() -> None:  # ledger row 30
    rng = np.random.default_rng(0)
    X, error = rng.uniform(0.01, 1, (500, 10)), rng.normal(size=(500, 1))

    assert same_sign_share(error * X) == 1
    assert same_sign_share(error * (X - 0.5)) < 0.02


@given(matrices)
def test_turning_all_signs_round_changes_no_share(gradients: Array) -> None:
    assert 0 <= same_sign_share(gradients) == same_sign_share(-gradients) <= 1


@pytest.mark.parametrize(
    ("path", "ratio"),
    [
        ([[0, 0], [3, 0], [3, 4]], 7 / 5),
        ([[1, 1], [2, 2], [5, 5]], 1),
        ([[0], [2], [1]], 3),
        ([[0, 0, 0], [0, 0, 2], [0, 1, 2], [2, 1, 2]], 5 / 3),
        ([[0, 0], [1, 1], [2, 0], [3, 1]], 3 * sqrt(2) / sqrt(10)),
        ([[0, 0], [1, 0], [0, 0]], inf),
        ([[1e200, 0], [1e200, 3e200], [5e200, 3e200]], 7 / 5),
        ([[0, 0], [3e-200, 0], [3e-200, 4e-200]], 7 / 5),
    ],
)
def test_zigzag_worked_by_hand(path: list[list[float]], ratio: float) -> None:
    assert zigzag_ratio(path) == pytest.approx(ratio, rel=1e-14)


def test_zigzag_in_single_precision_does_not_overflow() -> None:
    assert zigzag_ratio(np.array([[0], [2e38], [1e38]], np.float32)) == pytest.approx(3)


@given(paths)
def test_no_path_is_shorter_than_the_straight_one(path: Array) -> None:
    assume(np.abs(np.diff(path, axis=0)).sum() > 1e-6)

    assert zigzag_ratio(path) >= 1 - 1e-12
    assert zigzag_ratio(path[::-1]) == pytest.approx(zigzag_ratio(path), rel=1e-9)


@pytest.mark.parametrize("path", [[[1.0, 2.0]], [[1.0], [1.0], [1.0]], [[0.0], [0.0]]])
def test_a_path_that_never_moves(path: list[list[float]]) -> None:
    words = rf"path must move, but its {len(path)} point\(s\) are all the same$"
    with pytest.raises(ValueError, match=words):
        zigzag_ratio(path)


@pytest.mark.parametrize(
    ("measure", "name"),
    [
        (dead_units, "activations"),
        (dead_fraction, "activations"),
        (revivals, "dead_history"),
        (same_sign_share, "gradients"),
        (zigzag_ratio, "path"),
    ],
)
def test_matrices_that_are_none(measure: Any, name: str) -> None:
    for values in ([1.0, 0.0], [], np.zeros((0, 3)), np.zeros((2, 2, 2))):
        with pytest.raises(ValueError, match=f"{name} must have shape"):
            measure(values)
    with pytest.raises(ValueError, match=rf"{name} must hold finite .* {name}\[0, 1\] is nan"):
        measure([[0.0, np.nan]])
    with pytest.raises(TypeError, match=f"{name} must hold real numbers"):
        measure([["a"]])


@pytest.mark.parametrize("entry", [2, -1, 0.5])
def test_a_history_holds_true_and_false_alone(entry: float) -> None:
    history = np.array([[0, 1], [1, entry]])
    with pytest.raises(ValueError, match="dead_history must hold True and False alone"):
        revivals(history)


@pytest.mark.parametrize(
    ("slopes", "threshold", "error", "words"),
    [
        ([], 0.1, ValueError, r"slopes must hold at least one number, got shape \(0,\)"),
        ([np.inf], 0.1, ValueError, r"slopes\[0\] is inf"),
        (["a"], 0.1, TypeError, "slopes must hold real numbers"),
        ([1.0], 0, ValueError, "threshold must be a finite number, above 0"),
        ([1.0], None, TypeError, "threshold must hold real numbers"),
    ],
)
def test_wrong_slopes(slopes: Any, threshold: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        saturated_fraction(slopes, threshold)


def test_inputs_are_not_changed() -> None:
    values = np.array([[0.0, 1.0], [1.0, 1.0]])
    values.flags.writeable = False

    dead_units(values), saturated_fraction(values), revivals(values)
    same_sign_share(values), zigzag_ratio(values)

    assert values.tolist() == [[0, 1], [1, 1]]


@pytest.mark.parametrize(
    ("measure", "shape"),
    [
        (dead_units, "activations must have shape (n_samples, n_units)"),
        (revivals, "dead_history must have shape (n_checks, n_units)"),
        (same_sign_share, "gradients must have shape (n_gradients, n_weights)"),
        (zigzag_ratio, "path must have shape (n_points, n_weights)"),
    ],
)
def test_shapes_are_told_in_the_words_of_the_function(measure: Any, shape: str) -> None:
    with pytest.raises(ValueError, match=re.escape(f"{shape}, got (2,)")):
        measure([True, False])
