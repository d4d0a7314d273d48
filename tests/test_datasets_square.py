"""The noisy square: which labels are wrong, and a clean test set."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_utils.datasets import NoisySquare, make_noisy_square, square_boundary


def test_defaults_are_the_ledgers_data_b() -> None:
    data = make_noisy_square()

    assert (data.X.shape, data.X_test.shape) == ((40, 2), (4000, 2))
    assert data.flipped.sum() == 6
    assert (data.X == make_noisy_square(40, flip=0.15, n_test=4000, seed=0).X).all()


def test_types() -> None:
    data = make_noisy_square(5, n_test=7)

    assert [a.dtype for a in (data.X, data.X_test)] == [np.float64] * 2
    assert [a.dtype for a in (data.y, data.y_test)] == [np.intp] * 2
    assert [a.shape for a in (data.y, data.flipped, data.y_test)] == [(5,), (5,), (7,)]
    assert data.flipped.dtype == np.bool_


def test_boundary_worked_by_hand() -> None:
    assert square_boundary([0, np.pi / 6, -np.pi / 6]) == pytest.approx([0, 0.3, -0.3])


def test_boundary_keeps_single_precision_and_passes_nan_on() -> None:
    assert square_boundary(np.ones(2, np.float32)).dtype == np.float32
    assert np.isnan(square_boundary(np.nan))


def test_boundary_refuses_text() -> None:
    with pytest.raises(TypeError, match="x must hold real numbers"):
        square_boundary("a")


def test_test_labels_are_right() -> None:
    data = make_noisy_square()
    assert (data.y_test == (data.X_test[:, 1] > 0.3 * np.sin(3 * data.X_test[:, 0]))).all()


@given(st.integers(1, 60), st.floats(0, 1), st.integers(0, 10**6))
def test_flipped_labels_are_the_wrong_ones(n_samples: int, flip: float, seed: int) -> None:
    data = make_noisy_square(n_samples, flip=flip, n_test=1, seed=seed)

    truth = data.X[:, 1] > 0.3 * np.sin(3 * data.X[:, 0])

    assert ((data.y != truth) == data.flipped).all()
    assert set(data.y.tolist()) <= {0, 1}
    assert abs(data.flipped.sum() - flip * n_samples) <= 0.5


def test_every_label_can_be_flipped() -> None:
    flipped = np.array([make_noisy_square(5, flip=0.2, seed=s).flipped for s in range(60)])
    assert (flipped.sum(axis=0) > 0).all()
    assert (flipped.sum(axis=1) == 1).all()


def test_points_fill_the_square() -> None:
    X = make_noisy_square().X_test
    assert np.quantile(X, [0, 0.25, 0.5, 0.75, 1], axis=0) == pytest.approx(
        np.array([[-1, -0.5, 0, 0.5, 1]] * 2).T, abs=0.03
    )
    assert np.abs(X).max() <= 1


def test_half_of_the_points_are_of_class_1() -> None:
    assert make_noisy_square().y_test.mean() == pytest.approx(0.5, abs=0.03)


def test_test_points_are_fresh() -> None:
    data = make_noisy_square(10, n_test=10)
    assert (data.X_test != data.X).all()


def test_data_cannot_be_changed() -> None:
    value: Any = make_noisy_square(1, n_test=1)
    with pytest.raises(FrozenInstanceError, match="cannot assign"):
        value.y = 1


def arrays(data: NoisySquare) -> list[Any]:
    return [data.X.tolist(), data.y.tolist(), data.flipped.tolist(), data.X_test.tolist()]


def test_seeds_and_generators() -> None:
    rng = np.random.default_rng(3)
    first, second, again = (arrays(make_noisy_square(seed=seed)) for seed in (rng, rng, 3))
    assert first == again
    assert first != second


@pytest.mark.parametrize(
    ("options", "error", "words"),
    [
        ({"n_samples": 0}, ValueError, "n_samples must be 1 or more"),
        ({"n_test": 0}, ValueError, "n_test must be 1 or more, got 0"),
        ({"n_test": 1.0}, TypeError, "n_test must be a whole number"),
        ({"flip": 1.1}, ValueError, "flip is a share of the labels, from 0 to 1; got 1.1"),
        ({"flip": -0.1}, ValueError, "flip must be a finite number, 0 or more"),
        ({"flip": "half"}, TypeError, "flip must hold real numbers"),
        ({"seed": None}, TypeError, "seed must be a whole number"),
    ],
)
def test_wrong_options(options: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        make_noisy_square(**options)
