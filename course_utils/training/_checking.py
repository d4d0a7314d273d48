"""Numerical gradients, and the check of backpropagation against them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import ArrayLike

from course_utils._arguments import one_number, positive_number
from course_utils._arrays import Array, finite_floats
from course_utils.losses import Loss
from course_utils.network import MLP
from course_utils.training._gradients import gradients, objective
from course_utils.training._kinks import near_kink
from course_utils.training._samples import Samples, fitting_samples

SMALL_SLOPE = 1e-3


def numerical_gradient(f: Callable[[Array], float], x: ArrayLike, h: float = 1e-5) -> Array:
    """Estimate how a function changes with each of its inputs, without any calculus.

    Parameters
    ----------
    f : callable
        Takes an array of the shape of `x`, returns one number.
    x : array_like, any shape
        Where to estimate; it stays as it is.
    h : float, default 1e-5
        How far to go to either side.

    Returns
    -------
    ndarray of float64, same shape as `x`
        ``(f(x + h) - f(x - h)) / (2 h)`` for each number in `x`: central differences, whose
        error shrinks with the square of `h` until rounding errors take over.  Where ``x + h``
        and ``x - h`` are rounded, their distance stands in for 2 h.

    Raises
    ------
    TypeError
        If `x` does not hold real numbers, or `f` does not return one.
    ValueError
        If a number in `x` is NaN or infinite, or so large that adding `h` does not change it,
        or `h` is not above 0.

    Notes
    -----
    CS231n, "Optimization", "Computing the gradient numerically with finite differences".

    Examples
    --------
    >>> numerical_gradient(lambda x: x[0] ** 2 + 3 * x[1], [5.0, 1.0]).round(6)
    array([10.,  3.])
    """
    h = positive_number(h, name="h")
    x = np.array(finite_floats(x, name="x"), dtype=np.float64)
    slopes = np.empty_like(x)
    for place in np.ndindex(x.shape):
        middle = x[place]
        x[place] = above = middle + h
        right = one_number(f(x.copy()), name="f(x)")
        x[place] = below = middle - h
        left = one_number(f(x.copy()), name="f(x)")
        x[place] = middle
        if above == below:
            msg = f"a number in x, {middle:g}, is too large for h={h:g}; try a larger h"
            raise ValueError(msg)
        slopes[place] = (right - left) / (above - below)
    return slopes


@dataclass(frozen=True)
class ParameterCheck:
    """Where backpropagation and the numerical gradient differ most, in one parameter array.

    Parameters
    ----------
    name : str
        The array, such as ``"W1"``.
    position : tuple of int
        The number in it.
    backpropagated : float
        Its slope by backpropagation.
    numerical : float
        Its slope by central differences.
    error : float
        Their difference, relative to the larger of the two and at least to 1e-3.
    near_kink : bool
        Whether something about a sample lies so near a kink, of ReLU for example, that the
        two sides of the difference may lie on the two sides of the kink.

    Examples
    --------
    >>> ParameterCheck("b1", (0,), 0.5, 0.5, 0.0, near_kink=False).name
    'b1'
    """

    name: str
    position: tuple[int, ...]
    backpropagated: float
    numerical: float
    error: float
    near_kink: bool


@dataclass(frozen=True)
class GradientCheck:
    """The outcome of a gradient check, which prints as a table.

    Parameters
    ----------
    parameters : tuple of ParameterCheck
        One for each array of parameters.
    tolerance : float
        The largest relative error that passes.

    Examples
    --------
    >>> GradientCheck((ParameterCheck("b1", (0,), 0.5, 0.25, 0.5, near_kink=False),))
    parameter     backpropagated       numerical  relative error
    b1[0]                    0.5            0.25         5.0e-01
    failed: a relative error above 1e-06
    """

    parameters: tuple[ParameterCheck, ...]
    tolerance: float = 1e-6

    @property
    def worst(self) -> ParameterCheck:
        """The array with the largest error."""
        return max(self.parameters, key=lambda check: check.error)

    @property
    def passed(self) -> bool:
        """Whether no error is above the tolerance."""
        return all(check.error <= self.tolerance for check in self.parameters)

    def __repr__(self) -> str:
        head = f"{'parameter':<12}{'backpropagated':>16}{'numerical':>16}{'relative error':>16}"
        rows = [_row(check) for check in self.parameters]
        verdict = "passed: no" if self.passed else "failed: a"
        return "\n".join([head, *rows, f"{verdict} relative error above {self.tolerance:g}"])


def _row(check: ParameterCheck) -> str:
    place = f"{check.name}[{', '.join(map(str, check.position))}]"
    numbers = f"{check.backpropagated:>16.6g}{check.numerical:>16.6g}{check.error:>16.1e}"
    return f"{place:<12}{numbers}" + "  near a kink" * check.near_kink


def gradient_check(
    network: MLP,
    X: ArrayLike,
    y: ArrayLike,
    *,
    loss: str | Loss = "cross_entropy",
    weight_decay: float = 0.0,
    tolerance: float = 1e-6,
) -> GradientCheck:
    """Compare the gradients of backpropagation with numerical ones, for every parameter.

    Parameters
    ----------
    network : MLP
        The network, of float64; it stays as it is.
    X : array_like of shape (n_samples, n_in)
        One sample in each row; a few are enough.
    y : array_like of shape (n_samples,) or (n_samples, n_out)
        Labels, or for ``"squared_error"`` targets; with one output also (n_samples,).
    loss : str or Loss, default "cross_entropy"
        A name of `course_utils.losses.LOSSES`.
    weight_decay : float, default 0.0
        Adds half of it times the sum of the squared weights, 0 or more; biases are left out.
    tolerance : float, default 1e-6
        The largest relative error that passes, above 0.

    Returns
    -------
    GradientCheck
        The worst error of each array of parameters; prints as a table.

    Raises
    ------
    TypeError
        If `network` is not an `MLP`, or other arguments do not hold real numbers.
    ValueError
        If the samples, the loss and the network do not fit together, a number is NaN,
        infinite or out of range, or the network computes in float32.

    Notes
    -----
    CS231n, "Neural Networks Part 3", "Gradient checks", which also tells of kinks: where ReLU
    bends, the two sides of a difference need not lie on one line, and nothing is wrong.

    Examples
    --------
    >>> network = MLP([1, 1]).with_parameters({"W1": [[2.0]]})
    >>> gradient_check(network, [[3.0]], [5.0], loss="squared_error").passed
    True
    """
    tolerance = positive_number(tolerance, name="tolerance")
    samples = fitting_samples(network, X, y, loss)
    if network.dtype != np.float64:
        msg = (
            f"a network of {network.dtype} rounds too coarsely for numerical gradients; "
            "build it with dtype=np.float64"
        )
        raise ValueError(msg)
    _, slopes = gradients(network, X, y, loss, weight_decay)
    near = near_kink(network, samples)
    checks = []
    for name, values in network.parameters().items():
        f = partial(_objective_with, name, network, samples, weight_decay)
        checks.append(_compare(name, slopes[name], numerical_gradient(f, values), near[name]))
    return GradientCheck(tuple(checks), tolerance)


def _objective_with(
    name: str, network: MLP, samples: Samples, weight_decay: float, values: Array
) -> float:
    """Return the objective of the network with other values for one of its parameters."""
    other = network.with_parameters({name: values})
    return objective(other, other.forward(samples.X), samples, weight_decay)


def _compare(name: str, slopes: Array, estimate: Array, near: bool) -> ParameterCheck:
    # A slope below 1e-3 counts as 1e-3: the estimate carries the rounding errors of the loss,
    # about 1e-16 / h = 1e-11, which next to a tiny slope would look large.
    size = np.maximum(np.maximum(np.abs(slopes), np.abs(estimate)), SMALL_SLOPE)
    errors = np.abs(slopes - estimate) / size
    worst = np.unravel_index(errors.argmax(), errors.shape)
    return ParameterCheck(
        name,
        tuple(int(i) for i in worst),
        float(slopes[worst]),
        float(estimate[worst]),
        float(errors[worst]),
        near,
    )
