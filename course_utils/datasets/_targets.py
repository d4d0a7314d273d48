"""Curves for a net to approximate: functions of one number, each on an interval of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import ArrayLike

from course_utils._arguments import Seed, Whole, as_generator, look_up, whole_number
from course_utils._arrays import Array, as_floats
from course_utils.datasets._common import with_noise

__all__ = ["TARGETS", "Target", "make_curve"]


@dataclass(frozen=True)
class Target:
    """A function of one number together with what is known about it.

    Parameters
    ----------
    name : str
        The word that selects it, such as ``"waves"``.
    formula : str
        What it computes, in Python's notation.
    function : callable
        Takes an array of any shape, returns one of the same shape.
    interval : tuple of two floats
        Where it is meant to be approximated; it can be computed everywhere.
    continuous : bool
        Whether it is, so that the approximation theorem speaks about it.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Representational power".

    Examples
    --------
    >>> kink = TARGETS["kink"]
    >>> kink([-0.5, 0.25])
    array([0.5 , 0.25])
    >>> kink.interval
    (-1.0, 1.0)
    """

    name: str
    formula: str
    function: Callable[[Array], Array]
    interval: tuple[float, float]
    continuous: bool = True

    def __call__(self, x: ArrayLike) -> Array:
        """Return the function's values at `x`, any shape."""
        return self.function(as_floats(x, name="x"))


def _waves(x: Array) -> Array:
    y: Array = np.sin(3 * x) + 0.3 * np.cos(9 * x)
    return y


def _nielsen(x: Array) -> Array:
    y: Array = 0.2 + 0.4 * x**2 + 0.3 * x * np.sin(15 * x) + 0.05 * np.cos(50 * x)
    return y


def _step(x: Array) -> Array:
    y: Array = np.heaviside(x - 0.5, 1)
    return y


def _kink(x: Array) -> Array:
    y: Array = np.abs(x)
    return y


def _bump(x: Array) -> Array:
    y: Array = np.exp(-10 * x**2)
    return y


def _tent(x: Array) -> Array:
    y: Array = 1 - np.abs(2 * x - 1)
    return y


_TABLE = (
    Target("waves", "sin(3*x) + 0.3*cos(9*x)", _waves, (0.0, 2.0)),
    Target(
        "nielsen",
        "0.2 + 0.4*x**2 + 0.3*x*sin(15*x) + 0.05*cos(50*x)",
        _nielsen,
        (0.0, 1.0),
    ),
    Target("step", "1 if x >= 0.5 else 0", _step, (0.0, 1.0), continuous=False),
    Target("kink", "abs(x)", _kink, (-1.0, 1.0)),
    Target("bump", "exp(-10*x**2)", _bump, (-1.0, 1.0)),
    Target("tent", "1 - abs(2*x - 1)", _tent, (0.0, 1.0)),
)

TARGETS: Mapping[str, Target] = MappingProxyType({entry.name: entry for entry in _TABLE})


def make_curve(
    target: str | Target = "waves",
    n_samples: Whole = 25,
    *,
    noise: float = 0.1,
    seed: Seed = 0,
) -> tuple[Array, Array]:
    """Draw noisy samples of a target function.

    Parameters
    ----------
    target : {"waves", "nielsen", "step", "kink", "bump", "tent"} or Target, default "waves"
        The function to sample; the names are the keys of `TARGETS`.
    n_samples : int, default 25
        How many samples.
    noise : float, default 0.1
        Standard deviation of what is added to the function's values.
    seed : int or Generator, default 0
        Where the random numbers start.

    Returns
    -------
    X : ndarray of shape (n_samples, 1)
        Places drawn evenly from the target's interval, in rising order.
    targets : ndarray of shape (n_samples,)
        The function's values there, plus noise.

    Raises
    ------
    TypeError
        If an argument is not a number of its kind.
    ValueError
        If there is no such target, `n_samples` is below 1, or `noise` is negative or not
        finite.

    Notes
    -----
    The six are for CS231n, "Neural Networks Part 1", "Representational power"; ``"nielsen"``
    is the example of M. Nielsen, "Neural Networks and Deep Learning", chapter 4.

    Examples
    --------
    >>> X, targets = make_curve("kink", 3, noise=0)
    >>> bool((targets == abs(X[:, 0])).all())
    True
    """
    if not isinstance(target, Target):
        target = look_up(target, TARGETS, kind="target")
    rng = as_generator(seed)
    x = np.sort(rng.uniform(*target.interval, whole_number(n_samples, name="n_samples")))
    return x[:, np.newaxis], with_noise(target(x), noise, rng)
