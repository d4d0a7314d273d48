"""The short way to the minimum: Newton's method, dozens of steps instead of thousands.

Let t be -1 for class 0 and +1 for class 1, and m = t*z the margin of a sample. Then

    softplus(sharpness * (corner - m)) / sharpness

is the cross-entropy where corner = 0 and sharpness = 1. Where corner = 1 it comes as close to
the hinge loss, max(0, 1 - m), as the sharpness is great: the corner at m = 1 is rounded off.
So one method serves both losses; for the hinge it starts blunt and is sharpened by and by.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from course_utils._arrays import Array, Labels
from course_utils.activations import sigmoid, softplus
from course_utils.preprocessing import Standardizer
from course_utils.preprocessing._samples import as_samples


@dataclass(frozen=True)
class RoundedLoss:
    """Mean rounded loss plus L2 penalty, as a function of weights and bias in one array.

    `signed` has one row ``t * (x, 1)`` for each sample, so ``signed @ w`` are the margins;
    `decay` says for each parameter how much it decays.
    """

    signed: Array
    decay: Array
    corner: float
    sharpness: float

    def value(self, w: Array) -> float:
        """Return loss and penalty."""
        z = self.sharpness * (self.corner - self.signed @ w)
        return float(softplus(z).mean() / self.sharpness + 0.5 * self.decay @ w**2)

    def gradient_and_curvature(self, w: Array) -> tuple[Array, Array]:
        """Return first and second derivatives, shapes (n_parameters,) and its square."""
        z = self.sharpness * (self.corner - self.signed @ w)
        pull = sigmoid(z) / len(z)
        bend = self.sharpness * pull * sigmoid(-z)
        gradient: Array = self.decay * w - pull @ self.signed
        curvature: Array = np.diag(self.decay) + (self.signed.T * bend) @ self.signed
        return gradient, curvature


def newton(
    X: Array,
    y: Labels,
    weight_decay: float,
    *,
    corner: float,
    sharpnesses: Sequence[float],
    tol: float,
) -> Iterator[tuple[Array, float]]:
    """Yield weights and bias after each step down the rounded loss, from zeros on."""
    scaling = Standardizer.fit(as_samples(X, name="X"))
    inputs = np.column_stack([scaling.transform(X), np.ones(len(X))])
    signed = np.where(y == 1, 1.0, -1.0)[:, None] * inputs
    # 1e300 holds a weight at 0 as well as infinity would, but infinity times 0 is no number.
    decay = np.append(np.minimum(weight_decay / scaling.scale_**2, 1e300), 0)
    w: Array = np.zeros(len(decay))
    for sharpness in sharpnesses:
        for step in _steps(RoundedLoss(signed, decay, corner, sharpness), w, tol):
            w = step
            weights = w[:-1] / scaling.scale_
            yield weights, float(w[-1] - weights @ scaling.mean_)


def _steps(loss: RoundedLoss, w: Array, tol: float) -> Iterator[Array]:
    """Yield the parameters after each step, until the loss is flat or falls no more."""
    while True:
        gradient, curvature = loss.gradient_and_curvature(w)
        if np.abs(gradient).max() <= tol or not curvature.any():
            return
        step = _newton_step(gradient, curvature)
        # The step leads to the minimum of a parabola. Where the loss is none that can be too
        # far, so halve the step until it leads downhill; if none does, rounding is the limit.
        here = loss.value(w)
        trials = (w + length * step for length in 0.5 ** np.arange(40))
        lower = next((trial for trial in trials if loss.value(trial) < here), None)
        if lower is None:
            return
        w = lower
        yield w


def _newton_step(gradient: Array, curvature: Array) -> Array:
    """Return the way to the minimum of the parabola with these derivatives."""
    # In units in which each parameter has the curvature 1, none is lost beside a steep one.
    unit = np.sqrt(np.diag(curvature))
    unit[unit == 0] = 1
    # The ridge, far below the curvature, keeps a matrix with flat directions invertible.
    ridge = 1e-12 * np.eye(len(unit))
    step: Array = np.linalg.solve(curvature / np.outer(unit, unit) + ridge, -gradient / unit)
    return step / unit
