"""Recipes, and samples that do not fit a network."""

from __future__ import annotations

import re
from dataclasses import FrozenInstanceError, asdict
from typing import Any

import numpy as np
import pytest

from course_utils.losses import LOSSES
from course_utils.network import MLP
from course_utils.training import (
    Recipe,
    Trainer,
    gradient_check,
    gradients,
    train,
    training_steps,
)

X2 = np.ones((3, 2))


def test_defaults() -> None:
    assert asdict(Recipe()) == {
        "loss": "cross_entropy",
        "optimizer": "momentum",
        "learning_rate": 0.1,
        "momentum": 0.9,
        "weight_decay": 0.0,
        "n_steps": 1000,
        "batch_size": None,
        "seed": 0,
        "record_every": 10,
        "patience": None,
    }


def test_a_recipe_is_a_value() -> None:
    assert Recipe("hinge") == Recipe(loss="hinge")
    recipe: Any = Recipe()
    with pytest.raises(FrozenInstanceError):
        recipe.n_steps = 3


@pytest.mark.parametrize(
    ("name", "given", "kept"),
    [
        ("learning_rate", np.float32(0.5), 0.5),
        ("learning_rate", 1, 1.0),
        ("momentum", np.float64(0.5), 0.5),
        ("momentum", 0, 0.0),
        ("weight_decay", np.array(0.5), 0.5),
        ("weight_decay", 0, 0.0),
        ("n_steps", np.int64(1), 1),
        ("batch_size", np.int32(1), 1),
        ("record_every", np.uint8(1), 1),
        ("patience", np.int64(1), 1),
    ],
)
def test_numbers_become_plain_ones(name: str, given: Any, kept: float) -> None:
    options: dict[str, Any] = {name: given}
    value = getattr(Recipe(**options), name)
    assert (value, type(value)) == (kept, type(kept))


@pytest.mark.parametrize(
    ("options", "error", "words"),
    [
        ({"loss": "hing"}, ValueError, "no loss called 'hing'; did you mean 'hinge'?"),
        (
            {"loss": LOSSES["hinge"]},
            TypeError,
            "loss must be the name of a loss, got Loss; choose one of binary_cross_entropy, "
            "binary_hinge, cross_entropy, hinge, squared_error",
        ),
        ({"optimizer": "Adam"}, ValueError, "no optimizer called 'Adam'; did you mean 'adam'?"),
        ({"optimizer": "lbfgs"}, ValueError, "choose one of sgd, momentum, adam"),
        (
            {"learning_rate": 0},
            ValueError,
            "learning_rate must be a finite number, above 0; got 0",
        ),
        ({"learning_rate": np.inf}, ValueError, "learning_rate must be a finite number"),
        ({"learning_rate": "1"}, TypeError, "learning_rate must hold real numbers"),
        ({"momentum": 1.0}, ValueError, "momentum must be 0 or more and below 1, got 1"),
        ({"momentum": -0.1}, ValueError, "momentum must be 0 or more and below 1, got -0.1"),
        ({"momentum": np.nan}, ValueError, "momentum must be 0 or more and below 1, got nan"),
        ({"momentum": [0.1]}, TypeError, "momentum must be one number"),
        ({"weight_decay": -1}, ValueError, "weight_decay must be a finite number, 0 or more"),
        ({"n_steps": 0}, ValueError, "n_steps must be 1 or more, got 0"),
        ({"n_steps": 1e3}, TypeError, "n_steps must be a whole number, got 1000.0"),
        ({"batch_size": 0}, ValueError, "batch_size must be 1 or more, got 0"),
        ({"batch_size": "all"}, TypeError, "batch_size must be a whole number, got 'all'"),
        ({"record_every": 0}, ValueError, "record_every must be 1 or more, got 0"),
        ({"patience": 0}, ValueError, "patience must be 1 or more, got 0"),
        ({"seed": -1}, ValueError, "seed must be 0 or more, got -1"),
        ({"seed": None}, TypeError, "seed must be a whole number, got None"),
    ],
)
def test_recipes_that_cannot_be(
    options: dict[str, Any], error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=re.escape(words)):
        Recipe(**options)


@pytest.mark.parametrize(
    ("n_out", "loss", "y", "words"),
    [
        (
            1,
            "cross_entropy",
            [0, 1, 1],
            "cross_entropy with 2 classes needs 2 outputs, the network has 1; "
            "try binary_cross_entropy",
        ),
        (1, "hinge", [0, 0, 0], "needs 2 outputs, the network has 1; try binary_hinge"),
        (1, "hinge", [0, 2, 0], "hinge with 3 classes needs 3 outputs, the network has 1"),
        (2, "cross_entropy", [0, 1, 2], "with 3 classes needs 3 outputs, the network has 2"),
        (
            2,
            "binary_cross_entropy",
            [0, 1, 1],
            "binary_cross_entropy needs 1 output, the network has 2; try cross_entropy",
        ),
        (3, "binary_hinge", [0, 1, 1], "needs 1 output, the network has 3; try hinge"),
        (1, "binary_hinge", [0, 1, 2], "each label must be 0 or 1, but y[2] is 2"),
        (1, "binary_hinge", [-1, 1, 1], "try (y + 1) / 2 for labels -1 and +1"),
        (2, "hinge", [0, 1, -1], "but y[2] is -1"),
        (2, "hinge", [0, 1, 0.5], "but y[2] is 0.5"),
        (2, "hinge", [0, 1], "y must have shape (3,), one label for each sample, got (2,)"),
        (2, "hinge", [[0], [1], [1]], "got (3, 1); try y.ravel()"),
        (
            2,
            "squared_error",
            [1.0, 2.0, 3.0],
            "squared_error needs targets of shape (3, 2), one for each sample and output, "
            "but y has shape (3,)",
        ),
        (2, "squared_error", np.ones((2, 3)), "but y has shape (2, 3); try y.T"),
        (1, "squared_error", [1.0, 2.0], "targets of shape (3, 1)"),
        (1, "squared_error", [1.0, np.nan, 2.0], "y[1] is nan"),
        (1, "l2", [0, 1, 1], "there is no loss called 'l2'"),
    ],
)
def test_labels_that_do_not_fit(n_out: int, loss: str, y: Any, words: str) -> None:
    with pytest.raises(ValueError, match=re.escape(words)) as caught:
        gradients(MLP([2, n_out]), X2, y, loss)
    assert ("try" in str(caught.value)) == ("try" in words)


@pytest.mark.parametrize(
    ("X", "error", "words"),
    [
        (np.ones((3, 5)), ValueError, "X must have shape (n_samples, 2), got (3, 5)"),
        (np.ones((0, 2)), ValueError, "X must have shape (n_samples, 2), got (0, 2)"),
        ([[1, 2], [3, np.inf]], ValueError, "X[1, 1] is inf"),
        ([["a", "b"]], TypeError, "X must hold real numbers"),
        (np.ones((1, 2), complex), TypeError, "X must hold real numbers"),
        (np.full((1, 2), None), TypeError, "X must hold real numbers"),
    ],
)
@pytest.mark.parametrize("start", [train, training_steps, Trainer, gradients, gradient_check])
def test_inputs_that_do_not_fit(start: Any, X: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=re.escape(words)):
        start(MLP([2, 2]), X, [0])


@pytest.mark.parametrize("start", [train, training_steps, Trainer, gradients, gradient_check])
def test_what_is_no_network(start: Any) -> None:
    with pytest.raises(TypeError, match="network must be an MLP, got list"):
        start([2, 3, 2], X2, [0, 1, 1])


@pytest.mark.parametrize("start", [train, training_steps, Trainer])
@pytest.mark.parametrize(("recipe", "got"), [({"n_steps": 5}, "dict"), ("adam", "str")])
def test_what_is_no_recipe(start: Any, recipe: Any, got: str) -> None:
    words = f"recipe must be a Recipe, got {got}; try Recipe(n_steps=100)"
    with pytest.raises(TypeError, match=re.escape(words)):
        start(MLP([2, 2]), X2, [0, 1, 1], recipe)


@pytest.mark.parametrize(
    ("X", "y", "name"),
    [
        (1e39 * X2, [1, 2, 3], r"X.astype(float32)[0, 0]"),
        (X2, [1, 2e39, 3], r"y.astype(float32)[1, 0]"),
    ],
)
def test_numbers_too_large_for_the_network(X: Any, y: Any, name: str) -> None:
    network = MLP([2, 1], dtype=np.float32)
    with pytest.raises(ValueError, match=re.escape(f"but {name} is inf")):
        train(network, X, y, Recipe("squared_error"))


@pytest.mark.parametrize("learning_rate", [0.1, 1e-300])
def test_numbers_too_small_for_the_network_become_0(learning_rate: float) -> None:
    network = MLP([2, 2], dtype=np.float32)
    recipe = Recipe(n_steps=3, learning_rate=learning_rate)
    with np.errstate(all="raise"):
        history = train(network, 1e-46 * X2, [0, 1, 1], recipe)
        assert history.loss[0] == pytest.approx(np.log(2), rel=1e-6)
        train(network, 1e-42 * X2, [0, 1, 1], recipe)


def test_a_class_may_be_missing_among_the_labels() -> None:
    loss, _ = gradients(MLP([2, 3], initialization="zero"), X2, [0, 0, 1])
    assert loss == pytest.approx(np.log(3), rel=1e-14)


@pytest.mark.parametrize("dtype", [np.uint8, np.int8, bool, np.float32])
@pytest.mark.parametrize(
    ("n_out", "loss"), [(1, "binary_hinge"), (1, "binary_cross_entropy"), (2, "hinge")]
)
def test_labels_of_any_numeric_type(n_out: int, loss: str, dtype: Any) -> None:
    network, X = MLP([2, n_out], seed=1), np.arange(6.0).reshape(3, 2)
    recipe = Recipe(loss, n_steps=5)

    expected = train(network, X, [0, 1, 0], recipe).network.parameters()["W1"]
    W = train(network, X, np.array([0, 1, 0], dtype), recipe).network.parameters()["W1"]

    assert W.tolist() == expected.tolist()


def test_targets_of_one_output_may_lie_in_a_row() -> None:
    row, column = (
        gradients(MLP([2, 1]), X2, y, "squared_error") for y in ([1, 2, 3], [[1], [2], [3]])
    )
    assert row[0] == column[0]
    assert row[1]["W1"].tolist() == column[1]["W1"].tolist()
