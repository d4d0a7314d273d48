"""What all losses and their gradients share: slopes, shapes, precision, refusals."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_utils.losses import LOSSES, Loss, hinge, hinge_gradient

seeds = st.integers(0, 2**32 - 1)
every_loss = pytest.mark.parametrize("loss", LOSSES.values(), ids=list(LOSSES))
binary = pytest.mark.parametrize("name", ["binary_cross_entropy", "binary_hinge"])
many = pytest.mark.parametrize("name", ["cross_entropy", "hinge"])
both_parts = pytest.mark.parametrize("part", ["function", "gradient"])


def example(loss: Loss, seed: int = 0) -> tuple[Any, Any]:
    """Return scores that keep 0.1 away from any kink, and labels or targets that fit."""
    rng = np.random.default_rng(seed)
    n_samples, n_classes = rng.integers(1, 7), rng.integers(2, 5)
    shape = {
        "binary": [(n_samples,), (n_samples, 1)][seed % 2],
        "classes": (n_samples, n_classes),
        "targets": (n_samples, n_classes),
    }[loss.kind]
    scores = 0.3 * rng.integers(-15, 16, size=shape)
    if loss.kind == "targets":
        return scores, rng.normal(size=shape)
    return scores, rng.integers(2 if loss.kind == "binary" else n_classes, size=n_samples)


@every_loss
@given(seed=seeds)
def test_gradient_is_the_slope_of_the_loss(loss: Loss, seed: int) -> None:
    scores, y = example(loss, seed)
    numerical, step = np.zeros_like(scores), 1e-6
    for place in np.ndindex(scores.shape):
        bump = np.zeros_like(scores)
        bump[place] = step
        numerical[place] = (loss(scores + bump, y) - loss(scores - bump, y)) / (2 * step)

    assert loss.gradient(scores, y) == pytest.approx(numerical, rel=1e-6, abs=1e-8)


@every_loss
@given(seed=seeds)
def test_losses_are_convex_along_lines(loss: Loss, seed: int) -> None:
    start, y = example(loss, seed)
    end, t = example(loss, seed)[0][::-1] * -2, 0.3

    chord = (1 - t) * loss(start, y) + t * loss(end, y)

    assert loss((1 - t) * start + t * end, y) <= chord + 1e-12


@every_loss
def test_loss_is_a_float_and_0_or_more(loss: Loss) -> None:
    value = loss(*example(loss))

    assert type(value) is float
    assert value >= 0


@every_loss
@given(seed=seeds)
def test_loss_is_a_mean_over_samples(loss: Loss, seed: int) -> None:
    scores, y = example(loss, seed)
    one_by_one = [loss(scores[i : i + 1], y[i : i + 1]) for i in range(len(y))]

    assert loss(scores, y) == pytest.approx(np.mean(one_by_one), rel=1e-12)


@every_loss
@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
@pytest.mark.parametrize("seed", [1, 2])
def test_gradient_has_the_shape_and_precision_of_the_scores(
    loss: Loss, dtype: Any, seed: int
) -> None:
    scores, y = example(loss, seed)

    gradient = loss.gradient(scores.astype(dtype), y)

    assert (gradient.shape, gradient.dtype) == (scores.shape, dtype)


@every_loss
def test_float32_gives_the_same_loss_to_6_digits(loss: Loss) -> None:
    scores, y = example(loss)

    assert loss(scores.astype(np.float32), y) == pytest.approx(loss(scores, y), rel=1e-6)


@every_loss
def test_input_keeps_its_values(loss: Loss) -> None:
    scores, y = example(loss)
    old = scores.copy(), y.copy()
    scores.flags.writeable = y.flags.writeable = False

    loss(scores, y)
    loss.gradient(scores, y)[:] = 7

    assert (scores == old[0]).all()
    assert (y == old[1]).all()


@every_loss
@pytest.mark.parametrize("kind", [np.uint8, np.bool_, np.float32, np.int8])
def test_labels_of_any_numeric_type_mean_the_same(loss: Loss, kind: type) -> None:
    scores = example(loss, seed=3)[0]
    y = np.ones_like(scores) if loss.kind == "targets" else np.arange(len(scores)) % 2

    assert loss(scores, y.astype(kind)) == loss(scores, y)
    assert (loss.gradient(scores, y.astype(kind)) == loss.gradient(scores, y)).all()


@every_loss
@both_parts
@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_scores_that_are_not_finite_are_refused(loss: Loss, part: str, bad: float) -> None:
    scores, y = example(loss)
    scores.flat[0] = bad

    with pytest.raises(ValueError, match=rf"^scores must hold finite .* is {bad:g} \(1 of"):
        getattr(loss, part)(scores, y)


@every_loss
@both_parts
@pytest.mark.parametrize("shape", [(), (0,), (0, 2), (2, 2, 2)])
def test_scores_of_another_shape_are_refused(loss: Loss, part: str, shape: Any) -> None:
    with pytest.raises(ValueError, match=r"^scores must have shape \(n_samples, ?(n_|\)).*got"):
        getattr(loss, part)(np.ones(shape), np.ones(shape[:1], int))


@binary
@pytest.mark.parametrize("shape", [(0,), (0, 2), (2, 2, 2)])
def test_no_other_loss_is_named_where_none_would_do(name: str, shape: Any) -> None:
    with pytest.raises(ValueError, match=r"one score for each sample, got \([\d, ]*\)$"):
        LOSSES[name](np.ones(shape), np.ones(shape[:1], int))


@every_loss
@both_parts
def test_scores_must_be_real_numbers(loss: Loss, part: str) -> None:
    with pytest.raises(
        TypeError, match=r"^scores must hold real numbers, got an array of type"
    ):
        getattr(loss, part)([["a", "b"]], [0])


@every_loss
@both_parts
def test_labels_must_be_real_numbers(loss: Loss, part: str) -> None:
    name = "targets" if loss.kind == "targets" else "y"
    scores = np.ones((1, 2 if loss.kind == "classes" else 1))

    with pytest.raises(
        TypeError, match=f"^{name} must hold real numbers, got an array of type"
    ):
        getattr(loss, part)(scores, ["cat"])


@binary
@pytest.mark.parametrize(
    ("y", "words"),
    [
        ([-1, 1], r"must be 0 or 1, but y\[0\] is -1; try \(y \+ 1\) / 2 for labels -1 and"),
        ([0, 2], r"must be 0 or 1, but y\[1\] is 2"),
        ([0.5, 0], r"must be 0 or 1, but y\[0\] is 0.5"),
        ([0], r"y must have shape \(2,\), one label for each sample, got \(1,\)"),
        ([[0], [1]], r"y must have shape \(2,\).* got \(2, 1\); try y.ravel\(\)"),
    ],
)
def test_binary_labels_must_be_0_or_1(name: str, y: Any, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        LOSSES[name]([1.0, 2.0], y)


@many
@pytest.mark.parametrize(
    ("y", "words"),
    [
        ([0, 3], r"each label must be 0 to 2, but y\[1\] is 3"),
        ([-1, 0], r"each label must be 0 to 2, but y\[0\] is -1"),
        ([[1, 0, 0], [0, 1, 0]], r"y must have shape \(2,\).* got \(2, 3\)"),
    ],
)
def test_labels_must_be_classes(name: str, y: Any, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        LOSSES[name](np.zeros((2, 3)), y)


@pytest.mark.parametrize(
    ("name", "other"), [("binary_cross_entropy", "cross_entropy"), ("binary_hinge", "hinge")]
)
@both_parts
def test_the_other_loss_is_named_where_the_shape_fits_it(
    name: str, other: str, part: str
) -> None:
    with pytest.raises(
        ValueError, match=rf"\(2, 3\); try {other} for one score for each class"
    ):
        getattr(LOSSES[name], part)(np.zeros((2, 3)), [0, 1])
    with pytest.raises(ValueError, match=rf"got \(2, 1\); try {name} for one score"):
        getattr(LOSSES[other], part)(np.zeros((2, 1)), [0, 1])


@pytest.mark.parametrize(
    ("targets", "advice"),
    [
        (np.zeros((1, 2)), r"\(1, 2\); try targets.reshape\(scores.shape\)$"),
        (np.zeros(3), r"\(3,\)$"),
    ],
)
@both_parts
def test_targets_must_have_the_shape_of_the_scores(
    targets: Any, advice: str, part: str
) -> None:
    with pytest.raises(ValueError, match=rf"shape of scores, \(2, 1\), got {advice}"):
        getattr(LOSSES["squared_error"], part)(np.zeros((2, 1)), targets)


@both_parts
def test_one_target_is_not_a_sample_of_targets(part: str) -> None:
    with pytest.raises(ValueError, match=r"shape of scores, \(1,\), got \(\); try targets"):
        getattr(LOSSES["squared_error"], part)([1.0], 2.0)


@pytest.mark.parametrize("function", [hinge, hinge_gradient])
@pytest.mark.parametrize("margin", [0.0, -1.0, np.nan, np.inf])
def test_a_margin_is_above_0(function: Any, margin: float) -> None:
    with pytest.raises(ValueError, match=r"^margin must be a finite number, above 0; got"):
        function([[0.0, 1.0]], [0], margin=margin)
