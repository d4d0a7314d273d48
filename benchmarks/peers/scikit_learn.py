"""The same computations in scikit-learn's `MLPClassifier`."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import Any

from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

from course_utils._arrays import Array, Labels
from course_utils.network import MLP
from course_utils.training import Recipe

NAME = "scikit-learn"
NAME_IN_ORDER = "scikit-learn, unshuffled"


def forward(network: MLP, X: Array) -> Callable[[], Any]:
    """Return its own forward pass, the one inside ``predict``, without the checks of input."""
    model = MLPClassifier(activation=network.activations[0])
    layers = [layer.parameters() for layer in network.layers]
    model.coefs_ = [values["W"].T.copy() for values in layers]
    model.intercepts_ = [values["b"] for values in layers]
    model.n_layers_, model.out_activation_ = len(layers) + 1, "identity"
    return lambda: model._forward_pass_fast(X, check_input=False)


def training(
    X: Array, y: Labels, recipe: Recipe, n_steps: int, *, shuffle: bool
) -> Callable[[], None]:
    """Return a fit of `n_steps` full-batch steps; what it does once is a small part of it."""
    model = MLPClassifier(
        (20,), activation="tanh", solver="sgd", momentum=recipe.momentum,
        nesterovs_momentum=False, learning_rate_init=recipe.learning_rate,
        alpha=recipe.weight_decay * len(X), batch_size=len(X), shuffle=shuffle, tol=0.0,
        max_iter=n_steps, n_iter_no_change=n_steps, random_state=0,
    )  # fmt: skip

    def fit() -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)
            model.fit(X, y)

    return fit
