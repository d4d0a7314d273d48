"""Training ends at the weights of scikit-learn's MLPClassifier and MLPRegressor."""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np
import pytest
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier, MLPRegressor

from course_utils.network import MLP
from course_utils.training import Recipe, _fast_optimizers, train

TINY = 1e-200
ACTIVATION = {"tanh": "tanh", "relu": "relu", "sigmoid": "logistic", "identity": "identity"}


def as_sklearn(parameters: Any) -> tuple[list[Any], list[Any]]:
    n_layers = len(parameters) // 2
    coefs = [parameters[f"W{n}"].T.copy() for n in range(1, n_layers + 1)]
    return coefs, [parameters[f"b{n}"].copy() for n in range(1, n_layers + 1)]


def sklearn_weights(network: MLP, model: Any, X: Any, y: Any) -> dict[str, Any]:
    """Train scikit-learn's network from the same start, all samples in each step."""

    def same_start(self: Any, y: Any, layer_units: Any, dtype: Any) -> None:
        type(self)._initialize(self, y, layer_units, dtype)
        self.coefs_, self.intercepts_ = as_sklearn(network.parameters())

    model._initialize = same_start.__get__(model)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        model.fit(X, y)
    pairs = enumerate(zip(model.coefs_, model.intercepts_, strict=True), start=1)
    return {name: p for n, (W, b) in pairs for name, p in ((f"W{n}", W.T), (f"b{n}", b))}


def options(recipe: Recipe, n_samples: int, activation: str) -> dict[str, Any]:
    # It halves the squared error, and it divides its penalty by the number of samples.
    solver = "adam" if recipe.optimizer == "adam" else "sgd"
    half = 2.0 if recipe.loss == "squared_error" else 1.0
    return {
        "hidden_layer_sizes": (5, 4),
        "activation": ACTIVATION[activation],
        "solver": solver,
        "alpha": recipe.weight_decay * n_samples / half,
        "batch_size": n_samples,
        "learning_rate_init": recipe.learning_rate * (1.0 if solver == "adam" else half),
        "momentum": recipe.momentum if recipe.optimizer == "momentum" else 0.0,
        "nesterovs_momentum": False,
        "max_iter": recipe.n_steps,
        "n_iter_no_change": recipe.n_steps,
        "shuffle": False,
        "epsilon": TINY,
    }


@pytest.mark.parametrize("optimizer", ["sgd", "momentum", "adam"])
@pytest.mark.parametrize("activation", ACTIVATION)
@pytest.mark.parametrize(
    ("loss", "n_out"), [("binary_cross_entropy", 1), ("cross_entropy", 3), ("squared_error", 1)]
)
@pytest.mark.parametrize("seed", range(2))
def test_weights_are_those_of_scikit_learn(
    loss: str,
    n_out: int,
    activation: str,
    optimizer: str,
    seed: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Its Adam adds epsilon before it corrects the root, ours after that, as Kingma and Ba do.
    monkeypatch.setattr(_fast_optimizers, "ADAM_EPSILON", TINY)
    rng = np.random.default_rng(seed)
    X, network = rng.normal(size=(20, 3)), MLP([3, 5, 4, n_out], activation, seed=seed)
    y: Any = rng.normal(size=20) if loss == "squared_error" else np.arange(20) % max(2, n_out)
    recipe = Recipe(loss, optimizer, 0.02, 0.8, 0.05, n_steps=40)
    kind = MLPRegressor if loss == "squared_error" else MLPClassifier

    expected = sklearn_weights(network, kind(**options(recipe, 20, activation)), X, y)
    trained = train(network, X, y, recipe).network.parameters()

    for name, p in trained.items():
        assert p == pytest.approx(expected[name], rel=1e-9, abs=1e-10), name
