"""Principal components and whitening."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn import decomposition

from course_utils._arrays import Array
from course_utils.preprocessing import PCA, Whitener

seeds = st.integers(0, 2**32 - 1)
HALF = 0.5**0.5


def blob(seed: int, *, more_features: bool = False) -> Array:
    """Return correlated features with different means and spreads."""
    rng = np.random.default_rng(seed)
    n_samples, n_features = int(rng.integers(20, 60)), int(rng.integers(1, 7))
    if more_features:
        n_samples, n_features = int(rng.integers(2, 6)), int(rng.integers(6, 20))
    mix = rng.normal(size=(n_features, n_features))
    X: Array = rng.normal(size=(n_samples, n_features)) @ mix + 10 * rng.normal(size=n_features)
    return X


def test_pca_worked_by_hand() -> None:
    # In steps of sqrt 2 the points lie at -2, 0, 2 along the diagonal, at -1, 2, -1 across it.
    X = np.array([[-3, -1], [2, -2], [1, 3]])

    pca = PCA.fit(X)

    assert pca.mean_ == pytest.approx([0, 0])
    assert pca.explained_variance_ == pytest.approx([8, 6])
    assert pca.components_ == pytest.approx(np.array([[HALF, HALF], [HALF, -HALF]]))
    assert pca.transform(X) == pytest.approx(
        np.array([[-2, -1], [0, 2], [2, -1]]) * 2**0.5, abs=1e-12
    )


@given(seeds)
def test_agrees_with_scikit_learn(seed: int) -> None:
    X, other = blob(seed), blob(seed)[::-2] * 2
    theirs, ours = decomposition.PCA(svd_solver="full").fit(X), PCA.fit(X)
    signs = np.sign((theirs.components_ * ours.components_).sum(axis=1))

    assert ours.explained_variance_ == pytest.approx(theirs.explained_variance_, rel=1e-10)
    aligned = theirs.components_ * signs[:, np.newaxis]
    assert ours.components_ == pytest.approx(aligned, rel=1e-10, abs=1e-10)
    expected = theirs.transform(other) * signs
    assert ours.transform(other) == pytest.approx(expected, rel=1e-10, abs=1e-8)


@given(seeds)
def test_agrees_with_scikit_learn_where_features_outnumber_samples(seed: int) -> None:
    X = blob(seed, more_features=True)
    n_components = len(X) - 1  # the last direction does not vary, any would do
    ours = PCA.fit(X, n_components=n_components)
    theirs = decomposition.PCA(n_components, svd_solver="full").fit(X)

    assert ours.explained_variance_ == pytest.approx(theirs.explained_variance_, rel=1e-10)
    assert np.abs(ours.transform(X)) == pytest.approx(np.abs(theirs.transform(X)), abs=1e-9)


@given(seeds)
def test_pca_decorrelates_and_keeps_the_variance(seed: int) -> None:  # ledger row 62
    X = blob(seed)
    covariance = np.atleast_2d(np.cov(PCA.fit(X).transform(X).T))
    total = X.var(axis=0, ddof=1).sum()

    assert covariance - np.diag(np.diag(covariance)) == pytest.approx(0, abs=1e-10 * total)
    assert np.trace(covariance) == pytest.approx(total, rel=1e-10)


@given(seeds, st.booleans())
def test_components_are_unit_vectors_at_right_angles(seed: int, more: bool) -> None:
    components = PCA.fit(blob(seed, more_features=more)).components_

    assert components @ components.T == pytest.approx(np.eye(len(components)), abs=1e-12)


@given(seeds)
def test_the_largest_entry_of_each_component_is_positive(seed: int) -> None:
    components = PCA.fit(blob(seed)).components_

    assert (components.max(axis=1) >= -components.min(axis=1)).all()


@pytest.mark.parametrize("scale", [1, -1, 1e6, 1e-6])
@pytest.mark.parametrize("seed", range(10))
def test_of_equally_large_entries_the_first_is_positive(seed: int, scale: float) -> None:
    # Two standardised features have components (1, 1) and (1, -1), whatever the noise says.
    x = np.random.default_rng(seed).normal(size=30)
    X = np.column_stack([x, -x[::-1]]) * scale

    assert (PCA.fit(X).components_[:, 0] > 0).all()


@pytest.mark.parametrize("n_components", [1, 2, 3])
def test_the_first_components_are_kept(n_components: int) -> None:
    X = np.random.default_rng(0).normal(size=(9, 3)) * [1, 5, 2]
    few, all_ = PCA.fit(X, n_components=n_components), PCA.fit(X)

    assert (few.components_ == all_.components_[:n_components]).all()
    assert (few.explained_variance_ == all_.explained_variance_[:n_components]).all()
    assert few.transform(X).shape == (9, n_components)


@pytest.mark.parametrize(("shape", "n_components"), [((9, 3), 3), ((3, 9), 3), ((2, 2), 2)])
def test_all_components_are_kept_by_default(shape: Any, n_components: int) -> None:
    X = np.random.default_rng(0).normal(size=shape)

    assert PCA.fit(X).components_.shape == (n_components, shape[1])


def test_dropped_components_stay_at_the_mean() -> None:
    pca = PCA.fit([[0.0, 1.0], [0.0, 5.0], [0.5, 3.0], [-0.5, 3.0]], n_components=1)

    assert pca.inverse_transform(pca.transform([[9.0, 2.0]])) == pytest.approx(
        np.array([[0.0, 2.0]]), abs=1e-12
    )


@given(seeds)
def test_whitening_gives_the_identity_as_covariance(seed: int) -> None:  # ledger row 63
    X = blob(seed)
    covariance = np.atleast_2d(np.cov(Whitener.fit(X, eps=0).transform(X).T))

    assert np.abs(covariance - np.eye(len(covariance))).max() < 1e-8


@given(seeds)
def test_whitening_agrees_with_scikit_learn(seed: int) -> None:
    X = blob(seed)
    theirs = decomposition.PCA(whiten=True, svd_solver="full").fit_transform(X)

    ours = Whitener.fit(X, eps=0).transform(X)

    assert np.abs(ours) == pytest.approx(np.abs(theirs), abs=1e-9)


def test_whitening_worked_by_hand() -> None:
    # Variances 4 and 1; with eps = 5 and 3 more they are divided by 3 and 2.
    X = np.array([[2.0, 1.0], [-2.0, 1.0], [0.0, -2.0]]) * [1.0, 0.5 / 0.75**0.5]

    whitener = Whitener.fit(X, eps=5)

    assert whitener.scale_ == pytest.approx([3, 6**0.5])
    assert whitener.transform([[6.0, 6**0.5]]) == pytest.approx(np.array([[2.0, 1.0]]))
    assert whitener.inverse_transform([[2.0, 1.0]]) == pytest.approx(np.array([[6.0, 6**0.5]]))


def test_whitening_adds_1e_minus_5_by_default() -> None:  # ledger row 63
    x = np.array([[1.0], [-1.0]]) * np.sqrt(0.5e-5)

    assert Whitener.fit(x).scale_ == pytest.approx(np.sqrt(2e-5))


def test_whitening_blows_noise_up_100_times() -> None:  # ledger row 63
    rng = np.random.default_rng(0)
    X = rng.normal(size=(2000, 2)) * [1, 0.01]

    whitener = Whitener.fit(X, eps=0)

    assert 1 / whitener.scale_[1] == pytest.approx(100, rel=0.05)


@pytest.mark.parametrize("eps", [1e-12, 1e-5, 1.0])
def test_whitening_stands_more_features_than_samples(eps: float) -> None:
    X = np.random.default_rng(0).normal(size=(4, 9))

    Z = Whitener.fit(X, eps=eps).transform(X)

    assert Z.shape == (4, 4)
    assert np.abs(Z).max() < 2
    assert Z[:, 3] == pytest.approx(0, abs=1e-8)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize(
    ("columns", "n_directions"),
    [
        (lambda x: [x[0], x[1], x[0] + x[1] / 3], 2),
        (lambda x: [x[0], 7 * x[0]], 1),
        (lambda x: [x[0] * 0 + 0.1, x[0] * 0 - 3], 0),
    ],
)
def test_eps_0_needs_variation_in_every_direction(
    columns: Any, n_directions: int, dtype: Any
) -> None:
    X = np.column_stack(columns(np.random.default_rng(0).normal(size=(2, 50)))).astype(dtype)

    words = f"{X.shape[1]} features but varies in {n_directions} .* 0 in the others; try eps"
    with pytest.raises(ValueError, match=words):
        Whitener.fit(X, eps=0.0)
    assert np.isfinite(Whitener.fit(X).transform(X)).all()


@pytest.mark.parametrize("scale", [1e-12, 1.0, 1e12])
def test_whitening_does_not_depend_on_the_unit(scale: float) -> None:
    X = np.random.default_rng(0).normal(size=(50, 2))

    Z = Whitener.fit(X * scale, eps=0).transform(X * scale)

    assert np.cov(Z.T) == pytest.approx(np.eye(2), abs=1e-8)
    with pytest.raises(ValueError, match="varies in 2 directions only"):
        Whitener.fit(X[:, [0, 1, 1]] * scale, eps=0)


def test_variation_below_the_precision_counts_as_none() -> None:
    square = np.array([[1, 1], [1, -1], [-1, 1], [-1, -1]], dtype=np.float32)
    few, more = np.array([[1, 3], [1, 5]], dtype=np.float32) * [1, np.finfo(np.float32).eps]

    # The limit for four samples is four times the precision of their own type, float32.
    assert Whitener.fit(square * more.astype(np.float32), eps=0).scale_.size == 2
    with pytest.raises(ValueError, match="varies in 1 directions only"):
        Whitener.fit(square * few.astype(np.float32), eps=0)


def test_eps_0_needs_more_samples_than_features() -> None:
    X = np.random.default_rng(0).normal(size=(4, 9))

    with pytest.raises(ValueError, match="X_train has 9 features but varies in 3 directions"):
        Whitener.fit(X, eps=0)
    with pytest.raises(ValueError, match="X_train has 4 features but varies in 3 directions"):
        Whitener.fit(X[:, :4], eps=0)
    assert Whitener.fit(X[:, :3], eps=0).scale_.shape == (3,)


@pytest.mark.parametrize(
    ("n_components", "error", "words"),
    [
        (0, ValueError, "^n_components must be 1 or more, got 0"),
        (4, ValueError, r"X_train of shape \(5, 3\) has 3 components; got n_components=4"),
        (1.0, TypeError, "^n_components must be a whole number, got 1.0"),
    ],
)
def test_the_number_of_components_must_fit(n_components: Any, error: Any, words: str) -> None:
    with pytest.raises(error, match=words):
        PCA.fit(np.random.default_rng(0).normal(size=(5, 3)), n_components=n_components)


@pytest.mark.parametrize("kind", [PCA, Whitener])
def test_coordinates_must_be_as_many_as_components(kind: Any) -> None:
    fitted = kind.fit(np.random.default_rng(0).normal(size=(3, 5)))

    with pytest.raises(ValueError, match=r"^Z must have shape \(n_samples, 3\), got \(4, 5\)"):
        fitted.inverse_transform(np.ones((4, 5)))


@pytest.mark.parametrize("fit", [PCA.fit, Whitener.fit])
def test_one_sample_has_no_directions(fit: Any) -> None:
    with pytest.raises(ValueError, match=r"needs two samples or more, got .* shape \(1, 3\)"):
        fit([[1.0, 2.0, 3.0]])


@pytest.mark.parametrize("eps", [-1e-5, np.nan, np.inf])
def test_eps_is_0_or_more(eps: float) -> None:
    with pytest.raises(ValueError, match=r"^eps must be a finite number, 0 or more; got"):
        Whitener.fit([[1.0], [2.0]], eps=eps)
