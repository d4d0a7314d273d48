"""What ReLU networks can draw: lines through given points, and tents that fold over."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from course_utils._arguments import whole_number
from course_utils._arrays import Array, as_floats
from course_utils.activations import relu
from course_utils.approximation._functions import Function, increasing, values_of
from course_utils.network import MLP, Dense


def relu_interpolant(f: Function, knots: ArrayLike) -> MLP:
    """Build a network of one hidden ReLU layer that equals f at the knots.

    Parameters
    ----------
    f : callable or MLP
        Takes an array of shape (n_knots,), returns one number for each; or a network with one
        input and one output.
    knots : array_like of shape (n_knots,)
        Where the network is to equal f, from left to right.

    Returns
    -------
    MLP
        One input, ``n_knots - 1`` hidden neurons, one output. Between the knots it is a
        straight line, to the left of them constant, to the right it goes on as it came.

    Raises
    ------
    TypeError
        If `knots` or what `f` gives are not real numbers, or `f` does not take an array.
    ValueError
        If there are fewer than two knots, they do not increase, or `f` gives another shape or
        a number that is not finite.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Representational power". Every neuron bends the line at
    one knot; its weight in the output is by how much the slope changes there. For a smooth f
    the largest error falls as ``n_knots**-2``.

    Examples
    --------
    >>> network = relu_interpolant(lambda x: x**2, [0.0, 1.0, 3.0])
    >>> network.forward([[0.0], [1.0], [2.0], [3.0]]).ravel()
    array([0., 1., 5., 9.])
    >>> network.parameters()["W2"]  # slopes 1 and 4
    array([[1., 3.]])
    """
    knots = increasing(knots, name="knots")
    values = values_of(f, knots)
    slopes = np.diff(values) / np.diff(knots)
    bends = np.diff(slopes, prepend=0)
    hidden = Dense(np.ones((bends.size, 1)), -knots[:-1], "relu")
    return MLP.from_layers([hidden, Dense([bends], values[:1])])


def tent(x: ArrayLike, depth: int = 1) -> Array:
    """Fold the interval from 0 to 1 onto itself: up to 1 in the middle, down to 0 again.

    Parameters
    ----------
    x : array_like, any shape
        Where to look, from 0 to 1 as a rule; below 0 the tent is 0.
    depth : int, default 1
        How often it is applied, each time to the result of the time before; 0 or more.

    Returns
    -------
    ndarray, same shape as `x`
        ``min(2*x, 2 - 2*x)`` for depth 1; NaN stays NaN.

    Raises
    ------
    TypeError
        If `x` does not hold real numbers or `depth` is not a whole number.
    ValueError
        If `depth` is negative.

    Notes
    -----
    Telgarsky, "Benefits of depth in neural networks" (2016): few layers fold as often as
    exponentially many neurons side by side.

    Examples
    --------
    >>> tent([0.0, 0.25, 0.5, 0.75, 1.0])
    array([0. , 0.5, 1. , 0.5, 0. ])
    >>> tent([0.0, 0.25, 0.5, 0.75, 1.0], depth=2)
    array([0., 1., 0., 1., 0.])
    """
    x = +as_floats(x, name="x")
    for _ in range(whole_number(depth, name="depth", minimum=0)):
        x = 2 * relu(x) - 4 * relu(x - 0.5)
    return x


def tent_network(depth: int) -> MLP:
    """Build the tent map as a network with two ReLU neurons in each hidden layer.

    Parameters
    ----------
    depth : int
        How many hidden layers, 1 or more.

    Returns
    -------
    MLP
        One input, `depth` hidden layers of two neurons, one output; it computes
        ``tent(x, depth)``.

    Raises
    ------
    TypeError
        If `depth` is not a whole number.
    ValueError
        If `depth` is less than 1.

    Notes
    -----
    Telgarsky, "Benefits of depth in neural networks" (2016).

    Examples
    --------
    >>> tent_network(2).layer_sizes
    (1, 2, 2, 1)
    >>> tent_network(2).forward([[0.25], [0.5]])
    array([[1.],
           [0.]])
    """
    depth = whole_number(depth, name="depth")
    b = [0.0, -0.5]
    first = Dense([[1.0], [1.0]], b, "relu")
    fold = Dense([[2.0, -4.0], [2.0, -4.0]], b, "relu")
    return MLP.from_layers([first, *[fold] * (depth - 1), Dense([[2.0, -4.0]], [0.0])])


def n_linear_pieces(depth: int) -> int:
    """Count the straight pieces of the tent map from 0 to 1: each fold doubles them.

    Parameters
    ----------
    depth : int
        How often the tent is applied, 0 or more.

    Returns
    -------
    int
        ``2**depth``.

    Raises
    ------
    TypeError
        If `depth` is not a whole number.
    ValueError
        If it is negative.

    Notes
    -----
    Telgarsky, "Benefits of depth in neural networks" (2016). One hidden layer of H ReLU
    neurons draws at most H + 1 pieces.

    Examples
    --------
    >>> n_linear_pieces(3)
    8
    """
    pieces: int = 2 ** whole_number(depth, name="depth", minimum=0)
    return pieces
