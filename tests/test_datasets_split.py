"""Setting a test part aside."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_utils.datasets import train_test_split


@given(st.integers(2, 50), st.floats(0.02, 0.98), st.integers(0, 10**6))
def test_every_sample_is_in_one_part_with_its_label(n: int, share: float, seed: int) -> None:
    if not 0 < round(share * n) < n:
        return
    y = np.arange(n)

    parts = train_test_split(y[:, None] * 2.0, y, test_share=share, seed=seed)

    assert sorted([*parts[2], *parts[3]]) == list(range(n))
    assert all(
        (X[:, 0] == 2 * labels).all() for X, labels in (parts[:1] + parts[2:3], parts[1::2])
    )
    assert len(parts[1]) == round(share * n)


def test_a_quarter_goes_to_the_test_by_default() -> None:
    parts = train_test_split(np.zeros((20, 3)), np.zeros(20))
    assert [part.shape for part in parts] == [(15, 3), (5, 3), (15,), (5,)]


def test_samples_are_shuffled() -> None:
    X = np.arange(100)
    train, test, *_ = train_test_split(X, X)
    assert train.tolist() != sorted(train)
    assert test.tolist() != sorted(test)
    assert test.mean() == pytest.approx(50, abs=20)


def test_seeds_and_generators() -> None:
    X, rng = np.arange(30), np.random.default_rng(0)
    first, second = (train_test_split(X, X, seed=rng)[0].tolist() for _ in range(2))
    assert first == train_test_split(X, X)[0].tolist()
    assert first != second


def test_types_and_further_axes_stay() -> None:
    images, names = np.zeros((8, 4, 4, 3), np.uint8), np.array(list("abcdefgh"))

    parts = train_test_split(images, names, test_share=0.5)

    assert [part.shape for part in parts] == [(4, 4, 4, 3)] * 2 + [(4,)] * 2
    assert [part.dtype for part in parts] == [np.uint8] * 2 + [names.dtype] * 2


def test_parts_are_copies() -> None:
    X = np.ones((4, 1))
    X.flags.writeable = False

    train, test, *_ = train_test_split(X, X)
    train[:] = test[:] = 5

    assert (X == 1).all()


@pytest.mark.parametrize(
    ("n_x", "n_y", "options", "error", "words"),
    [
        (
            (4, 2),
            (3,),
            {},
            ValueError,
            r"one entry for each sample, got shapes \(4, 2\) and \(3",
        ),
        ((), (3,), {}, ValueError, r"got shapes \(\) and \(3,\)"),
        ((3,), (), {}, ValueError, r"got shapes \(3,\) and \(\)"),
        ((2,), (2,), {"test_share": 0.1}, ValueError, r"0\.1 of 2 samples puts 0 in the test"),
        ((2,), (2,), {"test_share": 1}, ValueError, "2 in the test part and 0 in the training"),
        ((0,), (0,), {}, ValueError, "of 0 samples puts 0 in the test part and 0 in the"),
        (
            (9,),
            (9,),
            {"test_share": 2},
            ValueError,
            "18 in the test part and -9 in the training",
        ),
        (
            (9,),
            (9,),
            {"test_share": 0},
            ValueError,
            "test_share must be a finite number, above 0",
        ),
        ((9,), (9,), {"test_share": "a"}, TypeError, "test_share must hold real numbers"),
        ((9,), (9,), {"seed": -1}, ValueError, "seed must be 0 or more"),
    ],
)
def test_wrong_arguments(
    n_x: tuple[int, ...],
    n_y: tuple[int, ...],
    options: Any,
    error: type[Exception],
    words: str,
) -> None:
    with pytest.raises(error, match=words):
        train_test_split(np.zeros(n_x), np.zeros(n_y), **options)
