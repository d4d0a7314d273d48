"""The two classifiers against scikit-learn's, over random data sets of random shapes."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression
from sklearn.svm import SVC

from course_utils._arrays import Array, Labels
from course_utils.neuron import BinarySoftmaxClassifier, BinarySVM

twelve_seeds = pytest.mark.parametrize("seed", range(12))
decays = pytest.mark.parametrize("weight_decay", [1e-3, 1e-2, 0.1])


def problem(seed: int) -> tuple[Array, Labels]:
    """Return two classes that overlap, of random size, scale and offset."""
    rng = np.random.default_rng(seed)
    n_samples, n_features = int(rng.integers(30, 300)), int(rng.integers(1, 8))
    X = rng.normal(size=(n_samples, n_features)) * rng.uniform(0.5, 2, size=n_features)
    noise = rng.logistic(size=n_samples) * rng.uniform(0.2, 2)
    y: Labels = (X @ rng.normal(size=n_features) + noise > 0).astype(np.intp)
    return X + rng.normal(size=n_features), y


@twelve_seeds
@decays
def test_softmax_classifier_is_logistic_regression(seed: int, weight_decay: float) -> None:
    X, y = problem(seed)
    reference = LogisticRegression(
        C=1 / (weight_decay * y.size), solver="newton-cholesky", tol=1e-10
    ).fit(X, y)

    model = BinarySoftmaxClassifier(weight_decay=weight_decay).fit(X, y)

    assert model.weights_ == pytest.approx(reference.coef_[0], abs=1e-6)
    assert model.bias_ == pytest.approx(reference.intercept_[0], abs=1e-6)
    assert model.predict_proba(X) == pytest.approx(reference.predict_proba(X), abs=1e-7)
    assert model.score(X, y) == reference.score(X, y)


@twelve_seeds
@decays
def test_svm_is_a_support_vector_machine(seed: int, weight_decay: float) -> None:
    X, y = problem(seed)
    reference = SVC(kernel="linear", C=1 / (weight_decay * y.size), tol=1e-4).fit(X, y)

    model = BinarySVM(weight_decay=weight_decay).fit(X, y)

    scores = reference.decision_function(X)
    hinge = np.maximum(0, 1 - (2 * y - 1) * scores).mean()
    objective = hinge + weight_decay / 2 * (reference.coef_**2).sum()
    assert model.loss_history_[-1] == pytest.approx(objective, rel=1e-4)
    assert model.decision_function(X) == pytest.approx(scores, abs=0.01)
    assert (model.predict(X) == reference.predict(X))[abs(scores) > 0.01].all()


@twelve_seeds
def test_both_agree_on_data_with_a_gap(seed: int) -> None:
    X, y = problem(seed)
    X[:, 0] += np.where(y == 1, 20, -20)
    reference = SVC(kernel="linear", C=1 / (1e-3 * y.size), tol=1e-6).fit(X, y)

    model = BinarySVM().fit(X, y)

    assert model.weights_ == pytest.approx(reference.coef_[0], abs=1e-4)
    assert model.score(X, y) == reference.score(X, y) == 1


@pytest.mark.parametrize("classifier", [BinarySoftmaxClassifier, BinarySVM])
def test_learnt_names_are_those_of_scikit_learn(
    classifier: type[BinarySoftmaxClassifier] | type[BinarySVM],
) -> None:
    X, y = problem(0)
    reference, model = LogisticRegression().fit(X, y), classifier().fit(X, y)

    assert model.n_features_in_ == reference.n_features_in_
    assert model.classes_.tolist() == reference.classes_.tolist()
    assert model.predict(X).dtype.kind == reference.predict(X).dtype.kind == "i"
