"""Standardising by the training data's mean and standard deviation."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.preprocessing import StandardScaler

from course_utils._arrays import Array
from course_utils.preprocessing import PCA, Standardizer, Whitener, standardise

seeds = st.integers(0, 2**32 - 1)
EPS = float(np.finfo(np.float64).eps)
FITS: list[Any] = [Standardizer.fit, PCA.fit, Whitener.fit, standardise]
every_fit = pytest.mark.parametrize("fit", FITS)
every_class = pytest.mark.parametrize("kind", [Standardizer, PCA, Whitener])


def features(seed: int) -> Array:
    rng = np.random.default_rng(seed)
    n_samples, n_features = rng.integers(2, 40), rng.integers(1, 8)
    units = 10.0 ** rng.integers(-3, 4, size=n_features)
    X: Array = (rng.normal(size=(n_samples, n_features)) + rng.normal(size=n_features)) * units
    return X


def test_standardise_worked_by_hand() -> None:
    # Mean 4 and variance (9 + 1 + 1 + 9) / 4 = 5 in the first feature, mean 0 in the second.
    train, test = standardise([[1, 2], [3, -2], [5, 2], [7, -2]], [[4, 6]])

    assert train == pytest.approx(np.array([[-3, 1], [-1, -1], [1, 1], [3, -1]]) / [5**0.5, 1])
    assert test.tolist() == [[0.0, 3.0]]


@given(seeds)
def test_agrees_with_scikit_learn(seed: int) -> None:
    X, other = features(seed), features(seed) * 3 - 1
    theirs, ours = StandardScaler().fit(X), Standardizer.fit(X)

    assert ours.mean_ == pytest.approx(theirs.mean_, rel=1e-10)
    assert ours.scale_ == pytest.approx(theirs.scale_, rel=1e-10)
    assert ours.transform(other) == pytest.approx(theirs.transform(other), rel=1e-10, abs=1e-10)


@given(seeds)
def test_training_data_get_mean_0_and_std_1(seed: int) -> None:  # ledger row 60
    X = standardise(features(seed))

    assert X.mean(axis=0) == pytest.approx(0, abs=1e-12)
    assert X.std(axis=0) == pytest.approx(1, abs=1e-12)


def test_test_data_do_not_leak_into_the_statistics() -> None:  # ledger row 60
    train = features(3)
    same, first = standardise(train, train[:2])
    changed = train[:2] * [[2.0], [1.0]]
    again, second = standardise(train, changed)

    assert (same == again).all()
    assert (first[1] == second[1]).all()
    assert (first[0] != second[0]).all()


@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
@pytest.mark.parametrize("value", [0.0, 0.1, -7.3, 100.1])
def test_a_constant_feature_becomes_0(dtype: Any, value: float) -> None:
    X = np.full((1000, 2), value, dtype)
    X[0, 1] = 9

    assert standardise(X)[:, 0].tolist() == [0] * 1000
    assert Standardizer.fit(X).scale_[0] == 1


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_a_large_constant_becomes_0(dtype: Any) -> None:
    assert not standardise(np.full((1001, 1), 1e8 + 0.1, dtype)).any()


@pytest.mark.parametrize(
    "column",
    [
        np.array([0.1 + 0.2, 0.3] * 50),
        np.array([1e8 + 0.1, np.nextafter(1e8 + 0.1, 2e8)] * 50),
        np.array([0.7, np.nextafter(np.float32(0.7), np.float32(1))] * 50, dtype=np.float32),
        np.array([-5.0, np.nextafter(-5.0, 0)] * 50),
    ],
)
def test_a_feature_that_varies_by_rounding_alone_counts_as_constant(column: Any) -> None:
    X = column.reshape(-1, 1)

    assert Standardizer.fit(X).scale_.tolist() == [1]
    assert np.abs(standardise(X)).max() < 1e-7


def test_rounding_is_four_times_the_precision_of_the_mean() -> None:
    X = np.array([[1 - 4 * EPS, 1 - 5 * EPS], [1 + 4 * EPS, 1 + 5 * EPS]])

    assert Standardizer.fit(X).scale_.tolist() == [1.0, 5 * EPS]


def test_a_small_feature_is_not_taken_for_a_constant() -> None:
    assert standardise([[1e-100], [-1e-100]]).tolist() == [[1.0], [-1.0]]


def test_statistics_stand_a_mean_far_larger_than_the_spread() -> None:
    standardizer = Standardizer.fit(np.array([[1e9], [1e9 + 2]] * 1000))

    assert (standardizer.mean_.tolist(), standardizer.scale_.tolist()) == ([1e9 + 1], [1.0])


def test_float32_statistics_are_summed_in_float64() -> None:
    X = np.random.default_rng(0).normal(1000, 1, size=(20_000, 1)).astype(np.float32)
    exact = X.astype(np.float64)

    standardizer = Standardizer.fit(X)

    assert standardizer.mean_ == pytest.approx(exact.mean(axis=0), rel=1e-12)
    assert standardizer.scale_ == pytest.approx(exact.std(axis=0), rel=1e-10)


@given(seeds)
@every_class
def test_inverse_brings_the_data_back(kind: Any, seed: int) -> None:
    X = features(seed)
    fitted = kind.fit(X)
    tolerance = 1e-9 * np.abs(X).max()

    assert fitted.inverse_transform(fitted.transform(X)) == pytest.approx(X, abs=tolerance)


def test_inverse_worked_by_hand() -> None:
    standardizer = Standardizer.fit([[0.0, 5.0], [6.0, 5.0]])

    assert standardizer.inverse_transform([[2.0, 1.0]]).tolist() == [[9.0, 6.0]]


def test_one_array_comes_back_alone_and_several_as_a_tuple() -> None:
    X = [[0.0], [6.0]]

    assert standardise(X).tolist() == [[-1.0], [1.0]]
    assert [out.tolist() for out in standardise(X, [[3.0]], X)] == [
        [[-1.0], [1.0]],
        [[0.0]],
        [[-1.0], [1.0]],
    ]


def test_a_single_sample_becomes_0() -> None:
    assert standardise([[3.0, -2.0]]).tolist() == [[0.0, 0.0]]


@every_class
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_precision_stays(kind: Any, dtype: Any) -> None:
    X = features(0).astype(dtype)
    fitted = kind.fit(X)

    assert fitted.transform(X).dtype == dtype
    assert fitted.inverse_transform(fitted.transform(X)).dtype == dtype


@every_class
def test_integers_become_float64(kind: Any) -> None:
    X = np.array([[0, 1], [200, 5], [7, 255]], dtype=np.uint8)

    assert kind.fit(X).transform(X) == pytest.approx(kind.fit(X).transform(X.astype(float)))


@every_class
def test_input_and_statistics_keep_their_values(kind: Any) -> None:
    X = features(1)
    old = X.copy()
    X.flags.writeable = False
    fitted = kind.fit(X)

    fitted.transform(X)[:] = 7
    fitted.inverse_transform(fitted.transform(X))[:] = 7

    assert X.tolist() == old.tolist()
    arrays = [value for value in vars(fitted).values() if isinstance(value, np.ndarray)]
    assert not any(array.flags.writeable for array in arrays)


@every_class
def test_what_was_fitted_is_a_value_that_can_neither_change_nor_be_mistaken(kind: Any) -> None:
    X = features(1)
    fitted, same = kind.fit(X), kind.fit(X)

    with pytest.raises(FrozenInstanceError, match="cannot assign to field"):
        fitted.scale_ = X
    assert len({fitted, same}) == 2


@every_fit
@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_numbers_that_are_not_finite_are_refused(fit: Any, bad: float) -> None:
    with pytest.raises(ValueError, match=rf"finite numbers, but \w+\[1, 0\] is {bad:g}"):
        fit([[1.0, 2.0], [bad, 3.0]])


@every_fit
@pytest.mark.parametrize("shape", [(), (3,), (0, 2), (2, 0), (2, 2, 2)])
def test_other_shapes_are_refused(fit: Any, shape: Any) -> None:
    with pytest.raises(ValueError, match=r"^X_train must have shape \(n_samples, n_features\)"):
        fit(np.ones(shape))


@every_fit
@pytest.mark.parametrize("wrong", [[["a"]], [[1j]], [[None]]])
def test_what_is_not_a_real_number_is_refused(fit: Any, wrong: Any) -> None:
    with pytest.raises(
        TypeError, match=r"^X_train must hold real numbers, got an array of type"
    ):
        fit(wrong)


@every_fit
@pytest.mark.parametrize("sign", [-1, 1])
def test_numbers_whose_squares_overflow_are_refused(fit: Any, sign: int) -> None:
    with pytest.raises(
        ValueError, match=r"as large as 1e\+200, .* below 1e\+150; .* X_train / 1e\+200"
    ):
        fit([[1.0], [sign * 1e200]])


@every_fit
def test_numbers_up_to_1e150_are_fine(fit: Any) -> None:
    fit([[1e150, 1.0], [-1e150, 2.0], [0.0, 1e150]])


@every_class
def test_other_data_must_have_the_training_data_s_features(kind: Any) -> None:
    fitted = kind.fit(np.random.default_rng(0).normal(size=(5, 3)))

    with pytest.raises(ValueError, match=r"^X must have shape \(n_samples, 3\), got \(4, 2\)"):
        fitted.transform(np.ones((4, 2)))
    with pytest.raises(
        ValueError, match=r"^[XZ] must have shape \(n_samples, 3\), got \(4, 2\)"
    ):
        fitted.inverse_transform(np.ones((4, 2)))


@every_class
@pytest.mark.parametrize("method", ["transform", "inverse_transform"])
def test_other_data_must_be_finite_and_moderate(kind: Any, method: str) -> None:
    fitted = kind.fit([[1.0, 2.0], [3.0, 5.0], [7.0, 0.0]])

    with pytest.raises(ValueError, match=r"^[XZ] must hold finite numbers"):
        getattr(fitted, method)([[np.nan, 1.0]])
    with pytest.raises(ValueError, match=r"^[XZ] holds numbers as large as 1e\+200"):
        getattr(fitted, method)([[1e200, 1.0]])
