"""One neuron as a classifier: what descent does, what is learnt, what it cannot learn."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_utils._arrays import Array, Labels
from course_utils.neuron import BinarySoftmaxClassifier, BinarySVM

Classifier: TypeAlias = type[BinarySoftmaxClassifier] | type[BinarySVM]
both = pytest.mark.parametrize("classifier", [BinarySoftmaxClassifier, BinarySVM])
ten_seeds = pytest.mark.parametrize("seed", range(10))

THREE = [[1.0, 0.0], [2.0, 1.0], [0.0, 4.0]]
LABELS = [0, 1, 1]
CORNERS = [[0, 0], [0, 1], [1, 0], [1, 1]]


def noisy(seed: int, n_samples: int = 80, n_features: int = 3) -> tuple[Array, Labels]:
    """Return two classes that overlap."""
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(n_samples, n_features))
    y: Labels = (X[:, 0] + rng.normal(size=n_samples) > 0).astype(np.intp)
    return X, y


def apart(seed: int) -> tuple[Array, Labels]:
    """Return two classes with a gap between them."""
    X, y = noisy(seed)
    X[:, 0] += np.where(y == 1, 6, -6)
    return X, y


def test_first_step_down_the_cross_entropy_worked_by_hand() -> None:
    model = BinarySoftmaxClassifier(learning_rate=6.0, n_steps=1).fit(THREE, LABELS)

    # p = 1/2 everywhere, so dscores = (1, -1, -1)/6, dw = (-1, -5)/6, db = -1/6
    assert model.weights_ == pytest.approx([1, 5])
    assert model.bias_ == pytest.approx(1)


def test_first_step_down_the_hinge_loss_worked_by_hand() -> None:
    model = BinarySVM(learning_rate=0.3, n_steps=1, weight_decay=0.5).fit(THREE, LABELS)

    assert model.weights_ == pytest.approx([0.1, 0.5])
    assert model.bias_ == pytest.approx(0.1)


def test_second_step_leaves_out_the_sample_beyond_the_margin() -> None:
    model = BinarySVM(learning_rate=0.3, n_steps=2, weight_decay=0.5).fit(THREE, LABELS)

    # scores .2, .8, 2.1: the third is right by more than 1; weights decay, the bias does not
    assert model.weights_ == pytest.approx([0.185, 0.525])
    assert model.bias_ == pytest.approx(0.1)


def test_descent_goes_on_as_long_as_any_slope_is_left() -> None:
    model = BinarySoftmaxClassifier(learning_rate=1.0)

    bias_alone = model.fit([[0.0], [0.0], [0.0]], [0, 1, 1]).bias_
    second_weight = model.fit([[0.0, -1.0], [0.0, 1.0]], [0, 1]).weights_[1]

    assert bias_alone == pytest.approx(np.log(2))  # the odds are 2 to 1
    assert second_weight > 1


def test_history_holds_loss_and_penalty_before_and_after_each_step() -> None:
    model = BinarySVM(learning_rate=0.3, n_steps=1, weight_decay=0.5).fit(THREE, LABELS)

    assert model.loss_history_ == pytest.approx([1, (1.2 + 0.2) / 3 + 0.25 * 0.26])


@ten_seeds
def test_gradient_is_the_mean_of_error_times_input(seed: int) -> None:  # ledger row 16
    X, y = noisy(seed)
    once, twice = (
        BinarySoftmaxClassifier(learning_rate=0.5, n_steps=n, weight_decay=0).fit(X, y)
        for n in (1, 2)
    )

    error = once.predict_proba(X)[:, 1] - y

    gradient = (once.weights_ - twice.weights_) / 0.5
    assert np.abs(gradient - (error[:, None] * X).mean(axis=0)).max() < 1e-12


def test_loss_of_a_neuron_that_knows_nothing_is_log_2() -> None:  # ledger row 16
    history = BinarySoftmaxClassifier().fit(THREE, LABELS).loss_history_

    assert history[0] == pytest.approx(np.log(2), abs=1e-15)


@pytest.mark.parametrize(
    ("classifier", "learning_rate", "apart_by"),
    [(BinarySoftmaxClassifier, 1.0, 1e-6), (BinarySVM, 0.02, 0.03)],
)
@ten_seeds
def test_descent_and_the_fast_method_find_the_same_minimum(
    classifier: Classifier, learning_rate: float, apart_by: float, seed: int
) -> None:
    X, y = noisy(seed)
    fast = classifier(weight_decay=0.1).fit(X, y)

    slow = classifier(weight_decay=0.1, learning_rate=learning_rate, n_steps=2000).fit(X, y)

    assert slow.loss_history_[-1] == pytest.approx(fast.loss_history_[-1], rel=apart_by / 100)
    assert slow.weights_ == pytest.approx(fast.weights_, abs=apart_by)


def cross_entropy(margins: Array) -> Array:
    out: Array = np.log1p(np.exp(-margins))
    return out


def hinge(margins: Array) -> Array:
    out: Array = np.maximum(0, 1 - margins)
    return out


@pytest.mark.parametrize(
    ("classifier", "loss"), [(BinarySoftmaxClassifier, cross_entropy), (BinarySVM, hinge)]
)
@ten_seeds
def test_no_direction_leads_further_down(
    classifier: Classifier, loss: Callable[[Array], Array], seed: int
) -> None:
    X, y = noisy(seed)
    model = classifier(weight_decay=0.01).fit(X, y)

    def objective(step: Array) -> float:
        w, b = model.weights_ + step[:3], model.bias_ + step[3]
        return float(loss((2 * y - 1) * (X @ w + b)).mean() + 0.005 * w @ w)

    steps = np.random.default_rng(seed).normal(size=(100, 4)) * 0.01
    assert objective(np.zeros(4)) == pytest.approx(model.loss_history_[-1], rel=1e-12)
    assert min(map(objective, steps)) > model.loss_history_[-1]


@both
@ten_seeds
def test_fast_method_needs_few_steps(classifier: Classifier, seed: int) -> None:
    X, y = noisy(seed, n_samples=300, n_features=2)

    assert classifier().fit(X, y).n_steps_ <= 100


@both
def test_scale_and_offset_of_the_data_do_no_harm(classifier: Classifier) -> None:
    X, y = noisy(0)
    far = X * [1000.0, 1.0, 0.001] + [5000.0, -10.0, 1.0]

    near = classifier(weight_decay=0).fit(X, y)
    moved = classifier(weight_decay=0).fit(far, y)

    assert moved.decision_function(far) == pytest.approx(near.decision_function(X), abs=1e-4)


@both
def test_constant_feature_gets_no_weight(classifier: Classifier) -> None:
    X, y = noisy(0)
    X[:, 1] = 7

    assert classifier().fit(X, y).weights_[1] == pytest.approx(0, abs=1e-9)


@both
@ten_seeds
def test_data_with_a_gap_is_learnt_without_a_mistake(classifier: Classifier, seed: int) -> None:
    X, y = apart(seed)

    assert classifier().fit(X, y).score(X, y) == 1


@both
@pytest.mark.parametrize("learning_rate", [None, 0.5])
def test_without_weight_decay_a_gap_ends_the_steps_all_the_same(
    classifier: Classifier, learning_rate: float | None
) -> None:
    X, y = apart(0)

    model = classifier(weight_decay=0, learning_rate=learning_rate, n_steps=50).fit(X, y)

    assert model.n_steps_ <= 50
    assert np.isfinite(model.loss_history_).all()
    assert model.score(X, y) == 1


def test_without_weight_decay_the_weights_keep_growing() -> None:  # ledger row 19
    X, y = apart(0)

    norms = [
        np.linalg.norm(
            BinarySoftmaxClassifier(weight_decay=0, learning_rate=0.1, n_steps=n)
            .fit(X, y)
            .weights_
        )
        for n in (10, 100, 1000)
    ]

    assert norms[0] < norms[1] < norms[2]


@ten_seeds
def test_samples_beyond_the_margin_do_not_matter(seed: int) -> None:  # ledger row 18
    X, y = noisy(seed)
    model = BinarySVM(weight_decay=0.01).fit(X, y)
    near = (2 * y - 1) * model.decision_function(X) < 1.001

    # the loss is a mean, so with fewer samples each counts for more
    again = BinarySVM(weight_decay=0.01 * y.size / near.sum()).fit(X[near], y[near])

    assert 0 < near.sum() < y.size
    assert again.weights_ == pytest.approx(model.weights_, abs=1e-3)


@both
@pytest.mark.parametrize("learning_rate", [None, 0.5])
@pytest.mark.parametrize("labels", [[0, 0, 0, 1], [0, 1, 1, 1]], ids=["and", "or"])
def test_and_and_or_are_solved(  # ledger row 20
    classifier: Classifier, learning_rate: float | None, labels: list[int]
) -> None:
    assert (
        classifier(learning_rate=learning_rate).fit(CORNERS, labels).score(CORNERS, labels) == 1
    )


@both
@pytest.mark.parametrize("weight_decay", [0, 1e-3, 0.1])
@ten_seeds
def test_xor_is_never_solved(  # ledger row 20
    classifier: Classifier, weight_decay: float, seed: int
) -> None:
    y = np.array([0, 1, 1, 0])
    X = np.random.default_rng(seed).normal(0, 0.01, size=(4, 2)) + CORNERS

    assert classifier(weight_decay=weight_decay).fit(X, y).score(CORNERS, y) <= 0.75


@both
@pytest.mark.parametrize("learning_rate", [None, 0.5])
def test_xor_itself_teaches_nothing(
    classifier: Classifier, learning_rate: float | None
) -> None:
    model = classifier(learning_rate=learning_rate, tol=0).fit(CORNERS, [0, 1, 1, 0])

    assert (model.n_steps_, model.weights_.tolist(), model.bias_) == (0, [0, 0], 0)


@both
def test_predicts_class_1_exactly_where_the_score_is_positive(  # ledger row 17
    classifier: Classifier,
) -> None:
    model = classifier().fit(*noisy(0))
    X = np.random.default_rng(1).normal(size=(100_000, 3))

    assert np.array_equal(model.predict(X), X @ model.weights_ + model.bias_ > 0)


def test_score_of_0_is_class_0() -> None:
    model = BinarySVM(learning_rate=1.0, n_steps=1).fit([[-1.0], [1.0]], [0, 1])

    assert (model.weights_.tolist(), model.bias_) == ([1.0], 0.0)
    assert model.predict([[-1.0], [0.0], [1.0]]).tolist() == [0, 0, 1]


@given(z=st.floats(-700, 700))
def test_probabilities_are_a_softmax_of_the_score_and_0(z: float) -> None:  # ledger row 15
    model = BinarySoftmaxClassifier(learning_rate=2.0, n_steps=1, weight_decay=0)
    model.fit([[-1.0], [1.0]], [0, 1])  # one step to w = 1, b = 0

    probabilities = model.predict_proba([[z]])[0]

    scores = np.array([0, z]) - max(0, z)
    assert probabilities == pytest.approx(np.exp(scores) / np.exp(scores).sum(), rel=1e-12)
    assert abs(probabilities.sum() - 1) <= 1e-15


@ten_seeds
def test_output_changes_only_along_the_weights(seed: int) -> None:  # ledger row 14
    rng = np.random.default_rng(seed)
    model = BinarySoftmaxClassifier(weight_decay=0.1).fit(*noisy(seed))
    x, step = rng.normal(size=3), 1e-4 * np.eye(3)

    ahead, behind = model.predict_proba(x + step)[:, 1], model.predict_proba(x - step)[:, 1]

    slope = (ahead - behind) / np.linalg.norm(ahead - behind)
    assert np.linalg.norm(slope - model.weights_ / np.linalg.norm(model.weights_)) < 1e-6
