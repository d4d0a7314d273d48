"""What comes in: numbers, samples in rows, labels."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_utils._arrays import as_floats, as_labels, as_matrix, finite_floats

NOT_NUMBERS = [["a", "b"], [1j], [object()], [None]]


@pytest.mark.parametrize("values", [[1, 2], [True, False], np.array([3], dtype=np.uint8)])
def test_whole_numbers_become_float64(values: Any) -> None:
    assert as_floats(values, name="z").dtype == np.float64


def test_float32_stays_float32() -> None:
    assert as_matrix(np.ones((2, 2), np.float32), name="X").dtype == np.float32


def test_a_float_array_is_not_copied() -> None:
    X = np.ones((2, 2))

    assert as_matrix(X, name="X") is X


@pytest.mark.parametrize("values", NOT_NUMBERS)
def test_what_is_no_number_is_refused(values: Any) -> None:
    with pytest.raises(
        TypeError, match=r"z must hold real numbers, got an array of type .*shape \(\d,\)"
    ):
        as_floats(values, name="z")


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ([1.0, np.nan], r"z\[1\] is nan \(1 of 2 .*z\.shape == \(2,\)\)"),
        ([[0.0, 1.0], [-np.inf, np.inf]], r"z\[1, 0\] is -inf \(2 of 4"),
        (np.nan, r"but z is nan \(1 of 1"),
    ],
)
def test_the_first_number_that_is_not_finite_is_named(values: Any, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        finite_floats(values, name="z")


@pytest.mark.parametrize(
    ("values", "n_columns", "words"),
    [
        (
            [1.0, 2.0],
            None,
            r"shape \(n_samples, n_features\), got \(2,\); try X.reshape\(-1, 1\)",
        ),
        ([1.0, 2.0], 2, r"\(n_samples, 2\), got \(2,\); try X.reshape\(1, -1\) for a single s"),
        ([5.0], 1, r"try X.reshape\(1, -1\) for a single sample"),
        ([1.0, 2.0], 1, r"try X.reshape\(-1, 1\) for a single feature"),
        ([1.0, 2.0], 3, r"got \(2,\)$"),
        (np.ones((3, 2)), 3, r"\(n_samples, 3\), got \(3, 2\); try X.T$"),
        (np.ones((4, 2)), 3, r"got \(4, 2\)$"),
        (np.ones((0, 2)), None, r"got \(0, 2\)$"),
        (np.ones((3, 0)), 3, r"got \(3, 0\)$"),
        (np.ones((2, 2, 2)), None, r"got \(2, 2, 2\)$"),
        (3.0, None, r"got \(\)$"),
        ([], None, r"got \(0,\)$"),
    ],
)
def test_a_wrong_shape_comes_with_advice(
    values: Any, n_columns: int | None, words: str
) -> None:
    with pytest.raises(ValueError, match=words):
        as_matrix(values, name="X", n_columns=n_columns)


def test_a_matrix_must_be_finite() -> None:
    with pytest.raises(ValueError, match=r"X\[0, 1\] is nan"):
        as_matrix([[1.0, np.nan]], name="X")


@pytest.mark.parametrize("kind", [np.uint8, np.int8, np.bool_, np.float32, np.int64])
def test_labels_of_any_kind_can_be_doubled(kind: type) -> None:
    labels = as_labels(np.array([0, 1, 1], dtype=kind), n_samples=3, n_classes=2)

    assert labels.dtype == np.intp
    assert (2 * labels - 1).tolist() == [-1, 1, 1]


@pytest.mark.parametrize(
    ("y", "n_classes", "words"),
    [
        ([0.0, 0.5], None, r"each label must be 0, 1, 2, ..., but y\[1\] is 0.5$"),
        ([0, -1], None, r"y\[1\] is -1$"),
        ([0, 3], 3, r"each label must be 0 to 2, but y\[1\] is 3$"),
        ([0, 2], 2, r"each label must be 0 or 1, but y\[1\] is 2$"),
        ([1, -1], 2, r"0 or 1, but y\[1\] is -1; try \(y \+ 1\) / 2 for labels -1 and \+1"),
        ([-1, 1], 3, r"0 to 2, but y\[0\] is -1$"),
        ([np.nan, 1], 2, r"y\[0\] is nan$"),
        ([1, np.inf], None, r"y\[1\] is inf$"),
        ([0, 2**53], None, r"each label must be 0, 1, 2, ..., but y\[1\] is 9.0072e\+15$"),
        ([1e300, 0], None, r"y\[0\] is 1e\+300$"),
        (np.array([0, 2**64 - 1], np.uint64), None, r"y\[1\] is 1.84467e\+19$"),
    ],
)
def test_a_wrong_label_is_named(y: Any, n_classes: int | None, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        as_labels(y, n_samples=2, n_classes=n_classes)


@pytest.mark.parametrize(
    ("y", "words"),
    [
        ([0, 1, 1], r"y must have shape \(2,\), one label for each sample, got \(3,\)$"),
        ([[0], [1]], r"got \(2, 1\); try y.ravel\(\)"),
    ],
)
def test_there_is_one_label_for_each_sample(y: Any, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        as_labels(y, n_samples=2)


def test_labels_are_numbers() -> None:
    with pytest.raises(TypeError, match="labels must hold real numbers"):
        as_labels(["a", "b"], n_samples=2, name="labels")


@given(st.lists(st.integers(0, 9), min_size=1))
def test_good_labels_come_back(y: list[int]) -> None:
    assert as_labels(y, n_samples=len(y), n_classes=10).tolist() == y


def test_labels_end_where_floats_have_gaps() -> None:
    assert as_labels([2**53 - 1], n_samples=1).tolist() == [2**53 - 1]


@pytest.mark.parametrize(
    "values", [[[1, 2], [3]], [1, [2]], [np.ones((2, 3)), np.ones((2, 4))]]
)
def test_ragged_rows_are_refused_by_name(values: Any) -> None:
    words = "^z must be a regular array of numbers, but its rows have different lengths$"
    with pytest.raises(ValueError, match=words):
        as_floats(values, name="z")


def test_rows_and_columns_have_the_names_of_the_caller() -> None:
    words = r"\(n_checks, n_units\), got \(2,\); try z.reshape\(-1, 1\) for a single unit$"
    with pytest.raises(ValueError, match=words):
        as_matrix([1, 0], name="z", shape=("n_checks", "n_units"))
    with pytest.raises(ValueError, match=r"try z.reshape\(1, -1\) for a single check$"):
        as_matrix([1], name="z", shape=("n_checks", "n_units"))
