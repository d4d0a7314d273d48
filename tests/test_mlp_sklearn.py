"""Forward passes beside scikit-learn's, with the same weights."""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np
import pytest
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier, MLPRegressor

from course_utils.activations import sigmoid, softmax
from course_utils.network import MLP

NAMES = {"relu": "relu", "tanh": "tanh", "sigmoid": "logistic", "identity": "identity"}

every_case = pytest.mark.parametrize(
    ("seed", "activation"), [(seed, name) for seed in range(10) for name in NAMES]
)


def fitted(model: Any, X: np.ndarray, y: np.ndarray) -> Any:
    """Return the model after two steps, which are enough to have weights of its own."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        return model.fit(X, y)


def case(
    seed: int, activation: str, kind: type, n_classes: int
) -> tuple[Any, np.ndarray, dict[str, np.ndarray], list[int]]:
    """Return a model, samples, and its weights by the names of this course."""
    rng = np.random.default_rng(seed)
    hidden = rng.integers(1, 30, size=rng.integers(1, 4)).tolist()
    X = rng.normal(size=(int(rng.integers(20, 80)), int(rng.integers(1, 20))))
    y = rng.integers(n_classes, size=len(X)) if n_classes else rng.normal(size=(len(X), 3))
    if n_classes:
        y[:n_classes] = range(n_classes)
    options = {"max_iter": 2, "random_state": seed, "activation": NAMES[activation]}
    model = fitted(kind(hidden_layer_sizes=hidden, **options), X, y)
    weights = {f"W{n}": W.T for n, W in enumerate(model.coefs_, start=1)}
    biases = {f"b{n}": b for n, b in enumerate(model.intercepts_, start=1)}
    return model, X, weights | biases, [X.shape[1], *hidden, model.n_outputs_]


@every_case
def test_regressor(seed: int, activation: str) -> None:
    model, X, parameters, sizes = case(seed, activation, MLPRegressor, 0)

    network = MLP(sizes, activation).with_parameters(parameters)

    np.testing.assert_allclose(network.forward(X), model.predict(X), rtol=1e-10, atol=1e-13)


@every_case
def test_classifier_of_several_classes(seed: int, activation: str) -> None:
    model, X, parameters, sizes = case(seed, activation, MLPClassifier, 4)

    network = MLP(sizes, activation).with_parameters(parameters)

    np.testing.assert_allclose(
        softmax(network.forward(X)), model.predict_proba(X), rtol=1e-10, atol=1e-13
    )
    assert network.predict(X).tolist() == model.predict(X).tolist()


@every_case
def test_classifier_of_two_classes(seed: int, activation: str) -> None:
    model, X, parameters, sizes = case(seed, activation, MLPClassifier, 2)

    network = MLP(sizes, activation).with_parameters(parameters)
    with_sigmoid = MLP(sizes, activation, output_activation="sigmoid").with_parameters(
        parameters
    )

    expected = model.predict_proba(X)[:, 1:]
    np.testing.assert_allclose(sigmoid(network.forward(X)), expected, rtol=1e-10)
    np.testing.assert_allclose(with_sigmoid.forward(X), expected, rtol=1e-10)
    assert network.predict(X).tolist() == model.predict(X).tolist()
    assert with_sigmoid.predict(X).tolist() == model.predict(X).tolist()
