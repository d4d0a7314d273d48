"""Capacity and overfitting: the ledger's experiments against other libraries and hand sums."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

import numpy as np
import pytest
from sklearn.neural_network import MLPClassifier

from course_utils.claims import load
from course_utils.claims.experiments import capacity, overfitting
from course_utils.claims.experiments.capacity import Setting, squares, trained
from course_utils.datasets import NoisySquare
from course_utils.diagnostics import count_regions, decision_regions

# scikit-learn brings SciPy, which has no types
ndimage: Any = import_module("scipy.ndimage")
stats: Any = import_module("scipy.stats")
SEEDS = (3,)


@pytest.fixture
def nothing_kept() -> Iterator[None]:
    trained.cache_clear()
    yield
    trained.cache_clear()


def scikit_learn(data: NoisySquare, solver: str, weight_decay: float = 0.0) -> MLPClassifier:
    """Train 20 tanh units by another library, which divides its penalty by the samples."""
    network = MLPClassifier(
        20,
        activation="tanh",
        solver=solver,
        alpha=weight_decay * len(data.y),
        learning_rate_init=0.03,
        batch_size=len(data.y),
        max_iter=5000,
        random_state=0,
    )
    return network.fit(data.X, data.y)


def test_another_library_fits_all_labels_too() -> None:
    data = squares(SEEDS)[0]

    assert scikit_learn(data, "adam").score(data.X, data.y) == 1


def test_another_library_with_the_same_lambda_generalises_as_well() -> None:
    theirs = [scikit_learn(d, "lbfgs", 0.01).score(d.X_test, d.y_test) for d in squares(SEEDS)]

    ours = capacity.test_accuracy(SEEDS, Setting((20,), weight_decay=0.01))

    np.testing.assert_allclose(ours, theirs, atol=0.03)


def test_a_net_does_not_depend_on_the_other_seeds() -> None:
    alone = trained((4,), Setting((3,)))
    last = trained((3, 4), Setting((3,)))[-len(alone) :]

    for one, other in zip(alone, last, strict=True):
        np.testing.assert_allclose(one.layers[0].W, other.layers[0].W, rtol=1e-3)


def test_scipy_counts_as_many_regions() -> None:
    for network in trained(SEEDS, Setting((20,))):
        grid = decision_regions(network, capacity.SQUARE, n=capacity.GRID_POINTS)
        counts = [ndimage.label(grid.labels == label)[1] for label in (0, 1)]
        assert count_regions(grid) == sum(counts)


def test_a_prediction_costs_what_it_costs_by_hand() -> None:
    assert overfitting._multiply_adds(Setting((20,))) == 2 * 20 + 20
    assert overfitting._multiply_adds(Setting((3, 3))) == 2 * 3 + 3 * 3 + 3


def test_the_standard_error_is_that_of_scipy() -> None:
    differences = np.array([0.1, -0.2, 0.05, 0.0])

    assert overfitting._standard_error(differences) == pytest.approx(stats.sem(differences))


def test_the_smallest_of_equals_is_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    favour = {1: [0.8, 0.9], 3: [0.8, 0.7], 6: [0.7, 0.95], 20: [0.1, 0.95]}
    scores = {1: [0.1, 0.2], 3: [0.3, 0.4], 6: [0.5, 0.6], 20: [0.7, 0.8]}

    def lookup(table: dict[int, list[float]]) -> Callable[[object, Setting], np.ndarray]:
        return lambda _, setting: np.array(table[setting.hidden[0]])

    monkeypatch.setattr(overfitting, "_validation_accuracy", lookup(favour))
    monkeypatch.setattr(overfitting, "test_accuracy", lookup(scores))

    chosen, places = overfitting._chosen(SEEDS, overfitting.SIZES)

    assert chosen.tolist() == [0.1, 0.6]
    assert places.tolist() == [0, 2]


def test_a_wrong_label_far_out_counts_as_an_outlier() -> None:
    X = np.vstack([np.linspace([-1, -1], [1, 1], 40), [[9.0, 0.0], [0.0, -9.0]]])
    y = np.zeros(42, dtype=np.intp)
    flipped = np.arange(42) == 40

    assert overfitting._outliers(NoisySquare(X, y, flipped, X, y)) == 1


@pytest.mark.usefixtures("nothing_kept")
def test_nets_that_hardly_train_do_not_pass_for_large_ones(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(capacity, "N_STEPS", 5)

    figures = capacity.accuracy_by_size(SEEDS).figures

    name = "training accuracy with 20 hidden units"
    (figure,) = (figure for figure in load()[93].figures if figure.name == name)
    assert not figure.holds(figures[name])
