"""The choice of an initialization: by a name, by the activation, by a function."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from math import hypot, sqrt
from types import MappingProxyType
from typing import TypeAlias

import numpy as np

from course_utils._arguments import as_generator, look_up, positive_number, whole_number
from course_utils._arrays import Array, finite_floats
from course_utils.activations import Activation
from course_utils.initialization._draws import (
    Seed,
    as_shape,
    he,
    lecun,
    normal,
    xavier,
    zeros,
)

Initializer: TypeAlias = Callable[[int, int, np.random.Generator], Array]

# The variance of the weights times n_in.  relu loses half of the signal, so 2 makes up for
# it; leaky_relu, which keeps a little more, is treated below.  The smooth relatives of relu
# and elu take 2 because that is the common choice, not because it was derived for them.
# maxout takes 1: it picks one of several whole sums and cuts none of them off.
_VARIANCE_GAIN: Mapping[str, float] = MappingProxyType(
    dict.fromkeys(["identity", "sigmoid", "tanh", "softmax", "maxout"], 1.0)
    | dict.fromkeys(["relu", "prelu", "elu", "gelu", "gelu_tanh", "silu", "softplus"], 2.0)
    | {"leaky_relu": 2 / (1 + 0.01**2)}
)


def init_scale(activation: str | Activation, n_in: int) -> float:
    """Return the standard deviation of weights with which a layer keeps the signal's size.

    Parameters
    ----------
    activation : str or Activation
        What follows the weights.  An activation of your own counts like identity.
    n_in : int
        Number of inputs of each neuron.

    Returns
    -------
    float
        ``sqrt(2 / n_in)`` for relu and its family, which passes half of its inputs;
        ``sqrt(2 / ((1 + alpha**2) * n_in))`` for leaky_relu; else ``sqrt(1 / n_in)``.

    Raises
    ------
    TypeError
        If `n_in` is not a whole number.
    ValueError
        If it is below 1, or there is no activation of that name.

    Notes
    -----
    He, Zhang, Ren and Sun (2015), "Delving deep into rectifiers", section 2.2, derive it for
    relu and leaky_relu; for elu, gelu, silu and softplus the 2 is the common choice rather
    than derived.  LeCun, Bottou, Orr and Müller (1998), "Efficient BackProp", section 4.6,
    have the other form.  Maxout counts there because it cuts no sum off.

    Examples
    --------
    >>> init_scale("relu", 50), init_scale("tanh", 100)
    (0.2, 0.1)
    """
    n_in = whole_number(n_in, name="n_in")
    if not isinstance(activation, Activation):
        return sqrt(look_up(activation, _VARIANCE_GAIN, kind="activation") / n_in)
    if activation.name == "leaky_relu":
        alpha = float(activation.derivative(-1.0))
        return sqrt(2 / n_in) / hypot(1, alpha)
    return sqrt(_VARIANCE_GAIN.get(activation.name, 1.0) / n_in)


def by_activation(
    n_out: int, n_in: int, seed: Seed = 0, *, activation: str | Activation = "identity"
) -> Array:
    """Draw weights as large as `init_scale` says for the activation that follows them.

    Parameters
    ----------
    n_out : int
        Number of neurons, one row each.
    n_in : int
        Number of inputs, one column each.
    seed : int or Generator, default 0
        Equal seeds give equal weights.
    activation : str or Activation, default "identity"
        What follows the weights.

    Returns
    -------
    ndarray of shape (n_out, n_in)
        The weights.

    Raises
    ------
    TypeError
        If a size or the seed is not a whole number.
    ValueError
        If a size is below 1, the seed is negative, or there is no such activation.

    Notes
    -----
    CS231n, "Neural Networks Part 2", "Weight Initialization".

    Examples
    --------
    >>> float(by_activation(100, 200, activation="relu").std().round(2))
    0.1
    """
    n_out, n_in = as_shape(n_out, n_in)
    return normal(n_out, n_in, init_scale(activation, n_in), seed)


INITIALIZATIONS: Mapping[str, Initializer] = MappingProxyType(
    {
        "zero": lambda n_out, n_in, _: zeros(n_out, n_in),
        "xavier": xavier,
        "he": he,
        "lecun": lecun,
        "auto": by_activation,
    }
)


def initialize(
    how: str | float | Initializer,
    n_out: int,
    n_in: int,
    *,
    activation: str | Activation = "identity",
    seed: Seed = 0,
) -> Array:
    """Return initial weights, by a name, a standard deviation or a function of your own.

    Parameters
    ----------
    how : {"zero", "xavier", "he", "lecun", "auto"}, float or callable
        A key of `INITIALIZATIONS`, where ``"auto"`` goes by the activation; or the standard
        deviation of a normal distribution; or a function ``(n_out, n_in, rng) -> W``.
    n_out : int
        Number of neurons, one row each.
    n_in : int
        Number of inputs, one column each.
    activation : str or Activation, default "identity"
        What follows the weights; only ``"auto"`` looks at it.
    seed : int or Generator, default 0
        Equal seeds give equal weights.

    Returns
    -------
    ndarray of shape (n_out, n_in)
        The weights, in float64 and C order.

    Raises
    ------
    TypeError
        If `how` is neither name, number nor function, or a size or the seed is not a whole
        number.
    ValueError
        If there is no initialization or activation of that name, a number is out of its
        range, or the function returns another shape, NaN or infinity.

    Notes
    -----
    CS231n, "Neural Networks Part 2", "Weight Initialization".

    Examples
    --------
    >>> initialize("zero", 1, 2)
    array([[0., 0.]])
    >>> initialize(lambda n_out, n_in, rng: rng.integers(1, 2, (n_out, n_in)), 1, 2)
    array([[1., 1.]])
    """
    if isinstance(how, str):
        how = look_up(how, INITIALIZATIONS, kind="initialization")
        if how is by_activation:
            how = partial(by_activation, activation=activation)
    if not callable(how):
        std = positive_number(how, name="how", zero_allowed=True)
        return normal(n_out, n_in, std, seed)
    shape = as_shape(n_out, n_in)
    W = finite_floats(how(n_out, n_in, as_generator(seed)), name="W")
    if W.shape != shape:
        msg = f"the function must return W of shape (n_out, n_in) = {shape}, got {W.shape}"
        raise ValueError(msg)
    return np.array(W, dtype=np.float64, order="C")
