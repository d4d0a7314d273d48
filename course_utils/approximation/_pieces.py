"""How many straight pieces a function is made of."""

from __future__ import annotations

import numpy as np

from course_utils._arguments import whole_number
from course_utils._arrays import Array
from course_utils.approximation._functions import (
    Function,
    ends_of,
    one_number_in_and_out,
    values_of,
)
from course_utils.network import MLP

STRAIGHT_BUT_AT_0 = {"relu", "leaky_relu", "prelu", "identity"}


def count_pieces(f: Function, interval: tuple[float, float], *, n: int = 10_001) -> int:
    """Count the straight pieces that a function is made of.

    Parameters
    ----------
    f : MLP or callable
        A network of ReLU, leaky ReLU, PReLU or identity neurons with one input and one output,
        whose pieces are counted exactly however short they are; or a function that takes an
        array of shape (n,), whose pieces are seen if they are as long as three steps of a grid.
    interval : tuple of two floats
        Where to look, from low to high.
    n : int, default 10001
        How many points the grid has for a function that is no network.

    Returns
    -------
    int
        1 for a straight line, 2 for a line with one bend, and so on.

    Raises
    ------
    TypeError
        If `interval` or what `f` gives are not real numbers, or `n` is not a whole number.
    ValueError
        If the interval is empty, `f` gives another shape or a number that is not finite, it is
        curved, or the network has neurons of another kind or several inputs or outputs.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Representational power"; Prince, "Understanding Deep
    Learning", section 4.1.

    Examples
    --------
    >>> count_pieces(abs, (-1.0, 1.0))
    2
    >>> from course_utils.approximation import tent_network
    >>> count_pieces(tent_network(5), (0.0, 1.0))
    32
    """
    low, high = ends_of(interval)
    if isinstance(f, MLP):
        return _pieces_of_network(one_number_in_and_out(f), low, high)
    return _pieces_on_grid(f, np.linspace(low, high, whole_number(n, name="n", minimum=4)))


def _pieces_of_network(network: MLP, low: float, high: float) -> int:
    """Go through the layers; wherever a neuron crosses 0 the output may bend."""
    curved = set(network.activations) - STRAIGHT_BUT_AT_0
    if curved:
        msg = (
            f"the network has {', '.join(sorted(curved))} neurons, whose pieces are not known; "
            f"choose among {', '.join(sorted(STRAIGHT_BUT_AT_0))}"
        )
        raise ValueError(msg)
    bends = np.array([low, high])
    for n in range(network.n_layers):
        z = network.trace(bends[:, np.newaxis]).pre_activations[n]
        bends = np.union1d(bends, _crossings(bends, z))
    rounding = np.finfo(network.dtype).eps
    # Two neurons may cross 0 at the same place; rounding must not make a piece out of it.
    wide = np.diff(bends) > 64 * rounding * max(-low, high)
    middles = (bends[1:] + bends[:-1])[wide] / 2
    slopes = _slopes(network, middles)
    changes = np.abs(np.diff(slopes)) > 1e4 * rounding * np.abs(slopes).max()
    return 1 + int(changes.sum())


def _crossings(x: Array, z: Array) -> Array:
    """Return where a neuron crosses 0; from each x to the next all z are straight."""
    piece, neuron = np.nonzero(np.sign(z[:-1]) * np.sign(z[1:]) < 0)
    before, after = z[piece, neuron], z[piece + 1, neuron]
    crossings: Array = x[piece] + (x[piece + 1] - x[piece]) * before / (before - after)
    return crossings


def _slopes(network: MLP, x: Array) -> Array:
    """Return the slope of the output at each x, by the chain rule."""
    trace = network.trace(x[:, np.newaxis])
    slope: Array = np.ones_like(trace.scores)
    for n, layer in reversed(list(enumerate(network.layers))):
        slope, _ = layer.backward(trace.inputs[n], trace.pre_activations[n], slope)
    return slope[:, 0]


def _pieces_on_grid(f: Function, x: Array) -> int:
    """Count runs of equal rises; a step with a bend inside has a rise of its own."""
    values = values_of(f, x)
    rises = np.diff(values)
    rounding = 8 * np.finfo(np.float64).eps * np.abs(values).max()
    alike = np.abs(np.diff(rises)) <= 1e-6 * np.abs(rises).max() + rounding
    in_a_run = np.concatenate([[False], alike]) | np.concatenate([alike, [False]])
    lonely = np.flatnonzero(~in_a_run[:-1] & ~in_a_run[1:])
    if lonely.size:
        msg = (
            f"near x = {x[lonely[0] + 1]:g} the function is curved, jumps, or has pieces "
            f"shorter than three steps of the grid; try n={4 * (x.size - 1) + 1}"
        )
        raise ValueError(msg)
    starts_a_run = alike & ~np.concatenate([[False], alike[:-1]])
    return int(starts_a_run.sum())
