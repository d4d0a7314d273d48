"""Losses as lists of calls that work in place, for the fast engine.

Scores have shape (n_out, n_samples) here: one sample a column.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import TypeAlias

import numpy as np

from course_utils._arrays import Array
from course_utils.training._fast_activations import Calls
from course_utils.training._samples import Samples, mean_loss

Gradient: TypeAlias = Callable[[Array, Array, Array], Calls]


@dataclass(frozen=True)
class FastLoss:
    """A loss and its targets, in the form that its calls want.

    `gradient(scores, targets, d)` returns the calls that write the loss's slope at the
    scores to `d`, but for a factor: `scale`, divided by the number of samples.  It is left to
    the end, where a few parameters are multiplied by it instead of many samples.
    `mean(scores)` is the loss itself, of all samples.
    """

    targets: Array
    gradient: Gradient
    scale: float
    mean: Callable[[Array], float]


def fast_loss(samples: Samples, n_out: int) -> FastLoss:
    """Return the samples' loss in its fast form."""
    name = "two classes" if (samples.loss.name, n_out) == ("cross_entropy", 2) else ""
    return _FAST[name or samples.loss.name](samples, n_out)


def _two_classes(samples: Samples, _: int) -> FastLoss:
    # A softmax over two scores is a sigmoid of their difference.
    signs = _signs(samples)
    return FastLoss(
        signs,
        _two_classes_gradient,
        0.5,
        lambda scores: _mean_log_loss(signs[0] * (scores[1] - scores[0])),
    )


def _two_classes_gradient(scores: Array, signs: Array, d: Array) -> Calls:
    difference = d[1]
    return [
        partial(np.subtract, scores[1], scores[0], difference),
        *_sigmoid_minus_label(difference, signs[0], difference),
        partial(np.negative, difference, d[0]),
    ]


def _binary_cross_entropy(samples: Samples, _: int) -> FastLoss:
    signs = _signs(samples)
    return FastLoss(
        signs, _sigmoid_minus_label, 0.5, lambda scores: _mean_log_loss(signs * scores)
    )


def _sigmoid_minus_label(scores: Array, signs: Array, d: Array) -> Calls:
    # 2 * (sigmoid(s) - y) = tanh(s/2) - t, with t = -1 or +1: one exponential, no overflow.
    half = np.asarray(0.5, d.dtype)
    return [
        partial(np.multiply, scores, half, d),
        partial(np.tanh, d, d),
        partial(np.subtract, d, signs, d),
    ]


def _mean_log_loss(lead: Array) -> float:
    """Return the mean of log(1 + exp(-lead)); neither overflows nor rounds a small one to 0."""
    size = np.abs(lead)
    return float((np.log1p(np.exp(-size)) + 0.5 * (size - lead)).sum()) / lead.size


def _cross_entropy(samples: Samples, n_out: int) -> FastLoss:
    return FastLoss(_truth(samples, n_out), _cross_entropy_gradient, 1.0, _public(samples))


def _cross_entropy_gradient(scores: Array, truth: Array, d: Array) -> Calls:
    row = np.empty(d.shape[1], d.dtype)
    return [
        partial(np.max, scores, 0, row),
        partial(np.subtract, scores, row, d),
        partial(np.exp, d, d),
        partial(np.add.reduce, d, 0, None, row),
        partial(np.divide, d, row, d),
        partial(np.subtract, d, truth, d),
    ]


def _hinge(samples: Samples, n_out: int) -> FastLoss:
    return FastLoss(_truth(samples, n_out), _hinge_gradient, 1.0, _public(samples))


def _hinge_gradient(scores: Array, truth: Array, d: Array) -> Calls:
    row, spare = np.empty(d.shape[1], d.dtype), np.empty_like(d)
    inside = np.empty(d.shape, bool)
    return [
        partial(np.multiply, scores, truth, spare),
        partial(np.add.reduce, spare, 0, None, row),  # the score of the right class
        partial(np.subtract, scores, row, d),
        partial(np.greater, d, np.asarray(-1, d.dtype), inside),
        partial(np.copyto, d, inside),
        # The right class counts itself, too; minus the whole count that comes out right.
        partial(np.add.reduce, d, 0, None, row),
        partial(np.multiply, truth, row, spare),
        partial(np.subtract, d, spare, d),
    ]


def _binary_hinge(samples: Samples, _: int) -> FastLoss:
    return FastLoss(_signs(samples), _binary_hinge_gradient, -1.0, _public(samples))


def _binary_hinge_gradient(scores: Array, signs: Array, d: Array) -> Calls:
    inside = np.empty(d.shape, bool)
    return [
        partial(np.multiply, scores, signs, d),
        partial(np.less, d, np.ones((), d.dtype), inside),
        partial(np.multiply, inside, signs, d),
    ]


def _squared_error(samples: Samples, n_out: int) -> FastLoss:
    return FastLoss(samples.y.T, _squared_error_gradient, 2.0 / n_out, _public(samples))


def _squared_error_gradient(scores: Array, targets: Array, d: Array) -> Calls:
    return [partial(np.subtract, scores, targets, d)]


def _public(samples: Samples) -> Callable[[Array], float]:
    """Return the loss as everybody may call it, but NaN for scores that it would refuse."""
    return lambda scores: mean_loss(scores.T, samples)


def _signs(samples: Samples) -> Array:
    """Return -1 for label 0 and +1 for label 1, shape (1, n_samples)."""
    signs: Array = (2 * samples.y - 1).astype(samples.X.dtype)[np.newaxis]
    return signs


def _truth(samples: Samples, n_classes: int) -> Array:
    """Return 1 for the right class and 0 for the others, shape (n_classes, n_samples)."""
    truth: Array = np.eye(n_classes, dtype=samples.X.dtype)[:, samples.y.astype(np.intp)]
    return truth


_FAST: Mapping[str, Callable[[Samples, int], FastLoss]] = MappingProxyType(
    {
        "two classes": _two_classes,
        "binary_cross_entropy": _binary_cross_entropy,
        "cross_entropy": _cross_entropy,
        "hinge": _hinge,
        "binary_hinge": _binary_hinge,
        "squared_error": _squared_error,
    }
)
