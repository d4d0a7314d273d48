"""What the two classifiers take, refuse and leave alone."""

from __future__ import annotations

import re
from typing import Any, TypeAlias

import numpy as np
import pytest

from course_utils.neuron import BinarySoftmaxClassifier, BinarySVM
from course_utils.neuron._newton import RoundedLoss

Classifier: TypeAlias = type[BinarySoftmaxClassifier] | type[BinarySVM]
both = pytest.mark.parametrize("classifier", [BinarySoftmaxClassifier, BinarySVM])

X = np.array([[0.0, 1.0], [1.0, 3.0], [2.0, 2.0], [3.0, 5.0]])
y = np.array([0, 0, 1, 1])
NAN, INF = np.nan, np.inf


@both
@pytest.mark.parametrize(
    ("samples", "labels", "error", "words"),
    [
        (X[:, 0], y, ValueError, "X must have shape (n_samples, n_features), got (4,)"),
        (np.ones((0, 2)), y[:0], ValueError, "got (0, 2)"),
        (np.ones((4, 0)), y, ValueError, "got (4, 0)"),
        ([[1.0], [NAN]], [0, 1], ValueError, "X must hold finite numbers, but X[1, 0] is nan"),
        ([[INF], [1.0]], [0, 1], ValueError, "but X[0, 0] is inf"),
        ([["a"], ["b"]], [0, 1], TypeError, "X must hold real numbers"),
        ([[1j], [2]], [0, 1], TypeError, "X must hold real numbers"),
        ([[None], [2]], [0, 1], TypeError, "X must hold real numbers"),
        (X, y[:3], ValueError, "y must have shape (4,), one label for each sample, got (3,)"),
        (X, y[:, None], ValueError, "got (4, 1); try y.ravel()"),
        (X, 2 * y - 1, ValueError, "y[0] is -1; try (y + 1) / 2 for labels -1 and +1"),
        (X, 2 * y, ValueError, "each label must be 0 or 1, but y[2] is 2"),
        (X, y / 2, ValueError, "y[2] is 0.5"),
        (X, [0, 1, NAN, 1], ValueError, "y[2] is nan"),
        (X, ["a", "b", "a", "b"], TypeError, "y must hold real numbers"),
        (X, y * 0, ValueError, "y must hold both classes, 0 and 1, but all 4 labels are 0"),
        (X, y * 0 + 1, ValueError, "all 4 labels are 1; add samples of the other class"),
    ],
)
def test_wrong_training_data(
    classifier: Classifier, samples: Any, labels: Any, error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=re.escape(words)):
        classifier().fit(samples, labels)


@both
@pytest.mark.parametrize(
    ("option", "error", "words"),
    [
        ({"weight_decay": -0.1}, ValueError, "weight_decay must be a finite number, 0 or more"),
        ({"weight_decay": INF}, ValueError, "weight_decay must be a finite number"),
        ({"weight_decay": "L2"}, TypeError, "weight_decay must hold real numbers"),
        ({"learning_rate": 0}, ValueError, "learning_rate must be a finite number, above 0"),
        ({"learning_rate": [0.1]}, TypeError, "learning_rate must be one number"),
        ({"n_steps": 0}, ValueError, "n_steps must be 1 or more, got 0"),
        ({"n_steps": 10.0}, TypeError, "n_steps must be a whole number, got 10.0"),
        ({"tol": -1}, ValueError, "tol must be a finite number, 0 or more; got -1"),
    ],
)
def test_options_are_checked_by_fit_alone(
    classifier: Classifier, option: dict[str, Any], error: type[Exception], words: str
) -> None:
    model = classifier(**option)

    with pytest.raises(error, match=words):
        model.fit(X, y)


@both
@pytest.mark.parametrize("method", ["predict", "decision_function"])
def test_who_has_learnt_nothing_says_so(classifier: Classifier, method: str) -> None:
    words = f"this {classifier.__name__} has learnt nothing yet; call fit"
    with pytest.raises(ValueError, match=words):
        getattr(classifier(), method)(X)


@both
def test_samples_must_have_the_features_that_were_learnt(classifier: Classifier) -> None:
    model = classifier().fit(X, y)

    with pytest.raises(ValueError, match=r"\(n_samples, 2\), got \(2, 3\); try X.T"):
        model.predict(np.ones((2, 3)))


@both
def test_prediction_refuses_nan(classifier: Classifier) -> None:
    with pytest.raises(ValueError, match=r"X\[0, 1\] is nan"):
        classifier().fit(X, y).predict([[1.0, NAN]])


@pytest.mark.parametrize(
    ("labels", "words"), [([0, 1], r"shape \(4,\)"), ([0, 1, 2, 0], r"y\[2\] is 2")]
)
def test_score_checks_the_labels(labels: list[int], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        BinarySVM().fit(X, y).score(X, labels)


@both
@pytest.mark.parametrize(("learning_rate", "weight_decay"), [(10.0, 10.0), (1e308, 0.001)])
def test_learning_rate_far_too_large(
    classifier: Classifier, learning_rate: float, weight_decay: float
) -> None:
    words = rf"grew beyond all bounds with learning_rate={re.escape(str(learning_rate))}; try a"
    with pytest.raises(ValueError, match=words):
        classifier(learning_rate=learning_rate, weight_decay=weight_decay).fit(1e3 * X, y)


@both
@pytest.mark.parametrize("dtype", [np.uint8, np.int64, bool, float])
def test_any_numeric_labels_will_do(classifier: Classifier, dtype: type) -> None:
    expected = classifier().fit(X, y)

    samples: Any = X.tolist()
    model = classifier().fit(samples, y.astype(dtype))

    assert model.weights_.tolist() == expected.weights_.tolist()
    assert model.score(X, y.astype(dtype)) == 1


@both
def test_score_is_the_share_of_right_answers(classifier: Classifier) -> None:
    assert classifier().fit(X, y).score(X, [0, 1, 1, 1]) == 0.75


@both
@pytest.mark.parametrize("learning_rate", [None, 0.1])
def test_input_is_left_alone(classifier: Classifier, learning_rate: float | None) -> None:
    samples, labels = X.copy(), y.copy()
    samples.flags.writeable = labels.flags.writeable = False

    model = classifier(learning_rate=learning_rate, n_steps=3).fit(samples, labels)

    model.predict(samples)
    assert np.array_equal(samples, X)


@both
def test_single_precision_stays(classifier: Classifier) -> None:
    single = X.astype(np.float32)
    expected = classifier().fit(X, y)

    model = classifier().fit(single, y)

    assert model.weights_.dtype == model.decision_function(single).dtype == np.float32
    assert model.weights_ == pytest.approx(expected.weights_, rel=1e-6)


def test_probabilities_keep_single_precision() -> None:
    single = X.astype(np.float32)

    assert BinarySoftmaxClassifier().fit(single, y).predict_proba(single).dtype == np.float32


@both
def test_repr_shows_the_options_alone(classifier: Classifier) -> None:
    options = "weight_decay=0.001, learning_rate=None, n_steps=1000, tol=1e-09"

    assert repr(classifier().fit(X, y)) == f"{classifier.__name__}({options})"


@both
def test_options_have_names(classifier: Any) -> None:
    with pytest.raises(TypeError, match="positional argument"):
        classifier(0.1)


@both
def test_two_classifiers_are_never_the_same(classifier: Classifier) -> None:
    assert len({classifier(), classifier()}) == 2


@both
def test_fit_gives_the_object_back_and_forgets_what_it_knew(classifier: Classifier) -> None:
    model = classifier().fit(X, 1 - y)

    assert model.fit(X, y) is model
    assert model.weights_.tolist() == classifier().fit(X, y).weights_.tolist()


@both
@pytest.mark.parametrize("learning_rate", [None, 0.01])
def test_n_steps_is_kept(classifier: Classifier, learning_rate: float | None) -> None:
    model = classifier(learning_rate=learning_rate, n_steps=3).fit(X, y)

    assert (model.n_steps_, model.loss_history_.shape) == (3, (4,))


def test_descent_ends_where_no_slope_is_above_the_tolerance() -> None:
    def steepest(n_steps: int) -> float:
        model = BinarySoftmaxClassifier(learning_rate=0.1, weight_decay=0.1, n_steps=n_steps)
        error = model.fit(X, y).predict_proba(X)[:, 1] - y
        return float(np.abs([*(error @ X / 4 + 0.1 * model.weights_), error.mean()]).max())

    model = BinarySoftmaxClassifier(learning_rate=0.1, weight_decay=0.1, tol=0.01).fit(X, y)

    assert steepest(model.n_steps_) <= 0.01 < steepest(model.n_steps_ - 1)


@both
def test_fast_method_keeps_the_tolerance(classifier: Classifier) -> None:
    steps = [classifier(tol=tol).fit(X, y).n_steps_ for tol in (1.0, 1e-2, 1e-9)]

    assert 0 == steps[0] < steps[1] < steps[2]


@both
@pytest.mark.parametrize("weight_decay", [0, 0.1])
@pytest.mark.parametrize("points", [[0.1, 0.2, 0.4], [0.3, 0.9, 1.0]])
def test_tolerance_of_0_ends_all_the_same(
    classifier: Classifier, weight_decay: float, points: list[float]
) -> None:
    samples = np.reshape(points + points[::-1], (-1, 1))  # nothing tells the classes apart

    model = classifier(tol=0, weight_decay=weight_decay).fit(samples, [0, 0, 0, 1, 1, 1])

    assert model.n_steps_ < 10
    assert model.loss_history_[-1] == pytest.approx(model.loss_history_[0])


@pytest.mark.parametrize(("corner", "sharpness"), [(0.0, 1.0), (1.0, 1.0), (1.0, 4.0)])
def test_rounded_loss_has_the_derivatives_it_claims(corner: float, sharpness: float) -> None:
    loss = RoundedLoss(X - 1.5, np.array([0.1, 0.0]), corner, sharpness)
    w, step = np.array([0.3, -0.2]), 1e-5 * np.eye(2)
    gradient, curvature = loss.gradient_and_curvature(w)

    slopes = [(loss.value(w + s) - loss.value(w - s)) / 2e-5 for s in step]
    bends = [
        (loss.gradient_and_curvature(w + s)[0] - loss.gradient_and_curvature(w - s)[0]) / 2e-5
        for s in step
    ]

    assert gradient == pytest.approx(slopes, rel=1e-5)
    assert curvature == pytest.approx(np.array(bends), rel=1e-5)


def test_rounded_loss_is_the_hinge_but_for_the_corner() -> None:
    margins = np.array([[-2.0], [0.5], [1.0], [3.0]])
    loss = RoundedLoss(margins, np.array([0.2]), corner=1.0, sharpness=100.0)

    # at the corner itself softplus leaves log(2) / sharpness
    expected = (3 + 0.5 + np.log(2) / 100 + 0) / 4 + 0.1
    assert loss.value(np.array([1.0])) == pytest.approx(expected, rel=1e-12)


@both
@pytest.mark.parametrize("scale", [1e-5, 1e-9, 1e-12, 1e-155, 1e-160])
def test_tiny_feature_leaves_the_bias_free(classifier: Classifier, scale: float) -> None:
    feature = scale * np.random.default_rng(0).normal(size=(200, 1))
    model = classifier().fit(feature, np.arange(200) > 60)

    # with no weight to speak of, the best bias is the log odds, or the corner of the hinge
    best = np.log(139 / 61) if classifier is BinarySoftmaxClassifier else 1
    assert model.bias_ == pytest.approx(best, abs=1e-5)


@both
def test_tiny_feature_leaves_the_other_weight_alone(classifier: Classifier) -> None:
    good, tiny = np.random.default_rng(0).normal(size=(2, 100, 1))
    labels = good[:, 0] + np.random.default_rng(1).normal(size=100) > 0
    alone = classifier().fit(good, labels)
    both_features = classifier().fit(np.hstack([good, 1e-9 * tiny]), labels)

    assert both_features.weights_[0] == pytest.approx(alone.weights_[0], rel=1e-6)
    assert both_features.bias_ == pytest.approx(alone.bias_, rel=1e-6)


@both
def test_huge_samples_are_called_by_their_name(classifier: Classifier) -> None:
    with pytest.raises(ValueError, match=r"^X holds numbers as large as 5e\+160, .* X / 5e"):
        classifier().fit(X * 1e160, y)


@both
def test_scores_may_overflow(classifier: Classifier) -> None:
    model = classifier().fit([[0.0], [0.5]], [0, 1])

    assert model.decision_function([[-1.7e308], [1.7e308]]).tolist() == [-INF, INF]
    assert model.predict([[-1.7e308], [1.7e308]]).tolist() == [0, 1]


def test_scores_may_overflow_both_ways() -> None:
    model = BinarySoftmaxClassifier(weight_decay=0, learning_rate=12.0, n_steps=1)
    model.fit([[2.0, -2.0], [-2.0, 2.0]], [0, 1])  # one step to w = (-12, 12)

    # -inf, inf or NaN, as the machine adds; but never a warning
    assert not np.isfinite(model.decision_function([[1e308, 1e308]])).any()
