"""Bumps out of neurons: a steep sigmoid that rises, minus one that rises later."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from course_utils._arguments import positive_number
from course_utils._arrays import Array, as_floats
from course_utils.activations import sigmoid
from course_utils.approximation._bumps import as_bins, bump_heights
from course_utils.approximation._functions import Function, increasing
from course_utils.network import MLP, Dense


def sigmoid_bump_sum(
    x: ArrayLike, edges: ArrayLike, heights: ArrayLike, steepness: float
) -> Array:
    """Add up smooth bumps: each is a sigmoid that rises minus a sigmoid that rises later.

    Parameters
    ----------
    x : array_like, any shape
        Where to look.
    edges : array_like of shape (n_bins + 1,)
        Where the bins begin and end, from left to right.
    heights : array_like of shape (n_bins,)
        One height for each bin.
    steepness : float
        Weight inside the sigmoids; about 3 divided by the width of a bin is a good choice.

    Returns
    -------
    ndarray, same shape as `x`
        The sum of ``heights[i] * (s(x - edges[i]) - s(x - edges[i + 1]))`` where s(u) is
        ``sigmoid(steepness * u)``.

    Raises
    ------
    TypeError
        If an argument does not hold real numbers.
    ValueError
        If the edges do not increase, there is not one finite height for each bin, or
        `steepness` is not positive.

    Notes
    -----
    Nielsen, "Neural Networks and Deep Learning", chapter 4. Steeper is not better: in the end
    the bumps are as angular as those of `bump_sum`. At the two outermost edges half a bump is
    missing, so the sum is good in between only.

    Examples
    --------
    >>> sigmoid_bump_sum([0.0, 0.5, 1.0], edges=[0.0, 1.0], heights=[8.0], steepness=100.0)
    array([4., 8., 4.])
    """
    x, (edges, heights) = as_floats(x, name="x"), as_bins(edges, heights)
    steepness = positive_number(steepness, name="steepness")
    with np.errstate(over="ignore"):
        a = sigmoid(steepness * (x[..., np.newaxis] - edges.astype(x.dtype)))
    out: Array = a @ _jumps(heights).astype(x.dtype)
    return out


def bump_network(f: Function, edges: ArrayLike, steepness: float) -> MLP:
    """Build the sigmoid bumps as a network: one hidden layer, one neuron for each edge.

    Parameters
    ----------
    f : callable or MLP
        What the network is to imitate.
    edges : array_like of shape (n_bins + 1,)
        Where the bumps begin and end, from left to right.
    steepness : float
        Weight of every hidden neuron.

    Returns
    -------
    MLP
        One input, n_bins + 1 hidden sigmoid neurons, one output; it computes
        ``sigmoid_bump_sum(x, edges, bump_heights(f, edges), steepness)``.

    Raises
    ------
    TypeError
        If `edges` or what `f` gives are not real numbers, or `f` does not take an array.
    ValueError
        If the edges do not increase, `f` gives another shape or a number that is not finite,
        or `steepness` is not positive.

    Notes
    -----
    Nielsen, "Neural Networks and Deep Learning", chapter 4. Where two bumps meet one neuron
    serves both: its weight in the output is the difference of their heights.

    Examples
    --------
    >>> network = bump_network(lambda x: x**2, edges=[0.0, 2.0, 4.0], steepness=100.0)
    >>> network.forward([[1.0], [3.0]])
    array([[1.],
           [9.]])
    """
    edges = increasing(edges, name="edges")
    steepness = positive_number(steepness, name="steepness")
    jumps = _jumps(bump_heights(f, edges))
    rise = Dense(np.full((edges.size, 1), steepness), -steepness * edges, "sigmoid")
    return MLP.from_layers([rise, Dense([jumps], [0.0])])


def _jumps(heights: Array) -> Array:
    """Return by how much the sum of bumps changes at each edge."""
    jumps: Array = np.diff(heights, prepend=0, append=0)
    return jumps
