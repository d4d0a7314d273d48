"""The losses of `course_utils.losses` for many networks at once.

Scores have shape (n_nets, n_out, n_samples).  Targets lack the first axis where all networks
learn the same.  The formulas are those of the public functions, the places are reused.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from course_utils._arrays import Array


@dataclass(frozen=True)
class StackedLoss:
    """What training asks of a loss: targets in columns, the mean, and the gradient."""

    targets: Callable[[Array, int], Array]
    mean: Callable[[Array, Array], Array]
    gradient: Callable[[Array, Array, Array], None]


def _signs(y: Array, _: int) -> Array:
    # One row: -1 for class 0, +1 for class 1.
    signs: Array = 2.0 * y[..., np.newaxis, :] - 1.0
    return signs


def _truth(y: Array, n_classes: int) -> Array:
    # One row for each class: 1 where it is the right one, else 0.
    truth: Array = 1.0 * (y[..., np.newaxis, :] == np.arange(n_classes)[:, np.newaxis])
    return truth


def _outputs(y: Array, _: int) -> Array:
    # One row for each output.
    return y.swapaxes(-1, -2)


def _mean(losses: Array) -> Array:
    # Over the samples of each net, and summed over the outputs.
    mean: Array = losses.mean(axis=2).sum(axis=1)
    return mean


def _binary_cross_entropy(scores: Array, signs: Array) -> Array:
    # log(1 + exp(-u)) without overflow for u < 0, and without rounding to 0 for large u.
    u = signs * scores
    losses = np.copysign(u, -1)
    np.exp(losses, out=losses)
    np.log1p(losses, out=losses)
    losses -= np.minimum(u, 0)
    return _mean(losses)


def _binary_cross_entropy_gradient(scores: Array, signs: Array, out: Array) -> None:
    # sigmoid(s) - y = (tanh(s/2) - t) / 2, because sigmoid(s) = (1 + tanh(s/2)) / 2.
    np.multiply(scores, 0.5, out=out)
    np.tanh(out, out=out)
    out -= signs
    out *= 0.5 / scores.shape[-1]


def _binary_hinge(scores: Array, signs: Array) -> Array:
    return _mean(np.maximum(1 - signs * scores, 0))


def _binary_hinge_gradient(scores: Array, signs: Array, out: Array) -> None:
    np.multiply(scores, signs, out=out)
    np.less(out, 1, out=out, casting="unsafe")
    out *= signs
    out *= -1.0 / scores.shape[-1]


def _cross_entropy(scores: Array, truth: Array) -> Array:
    lead = scores - (scores * truth).sum(axis=1, keepdims=True)
    top = lead.max(axis=1, keepdims=True)
    # The right class leads by 0, so it adds exp(0 - top) to the sum in the logarithm.  Left
    # out of the sum and added as expm1 it does not swallow the tiny rest where it wins.
    rest = (np.exp(lead - top) * (1 - truth)).sum(axis=1, keepdims=True)
    return _mean(top + np.log1p(rest + np.expm1(-top)))


def _cross_entropy_gradient(scores: Array, truth: Array, out: Array) -> None:
    np.subtract(scores, scores.max(axis=1, keepdims=True), out=out)
    np.exp(out, out=out)
    out /= out.sum(axis=1, keepdims=True)
    out -= truth
    out *= 1.0 / scores.shape[-1]


def _hinge(scores: Array, truth: Array) -> Array:
    return _mean(np.maximum(_missing(scores, truth), 0) * (1 - truth))


def _hinge_gradient(scores: Array, truth: Array, out: Array) -> None:
    # The right class itself misses the whole margin: it counts itself and takes that back.
    np.greater(_missing(scores, truth), 0, out=out, casting="unsafe")
    out -= truth * out.sum(axis=1, keepdims=True)
    out *= 1.0 / scores.shape[-1]


def _missing(scores: Array, truth: Array) -> Array:
    # What each class lacks of staying 1 behind the right one.
    missing: Array = scores - (scores * truth).sum(axis=1, keepdims=True) + 1
    return missing


def _squared_error(scores: Array, targets: Array) -> Array:
    mean: Array = _mean((scores - targets) ** 2) / scores.shape[1]
    return mean


def _squared_error_gradient(scores: Array, targets: Array, out: Array) -> None:
    np.subtract(scores, targets, out=out)
    out *= 2.0 / (scores.shape[1] * scores.shape[2])


STACKED_LOSSES: Mapping[str, StackedLoss] = MappingProxyType(
    {
        "binary_cross_entropy": StackedLoss(
            _signs, _binary_cross_entropy, _binary_cross_entropy_gradient
        ),
        "binary_hinge": StackedLoss(_signs, _binary_hinge, _binary_hinge_gradient),
        "cross_entropy": StackedLoss(_truth, _cross_entropy, _cross_entropy_gradient),
        "hinge": StackedLoss(_truth, _hinge, _hinge_gradient),
        "squared_error": StackedLoss(_outputs, _squared_error, _squared_error_gradient),
    }
)
