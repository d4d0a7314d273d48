"""Layer by layer: what the activations and the gradients of a network are like."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from course_utils._arrays import Array
from course_utils.activations import prelu_slope
from course_utils.diagnostics._units import dead_fraction, saturated_fraction
from course_utils.losses import Loss, get_loss
from course_utils.network import MLP, Dense, Layer

__all__ = ["GradientStatistics", "LayerStatistics", "gradient_statistics", "layer_statistics"]


@dataclass(frozen=True)
class LayerStatistics:
    """What a layer puts out for a set of samples.

    Parameters
    ----------
    layer : int
        Which layer, counted from 1.
    mean : float
        Mean of the activations over samples and units.
    std : float
        Their standard deviation.
    dead : float
        Share of units whose slope is 0 for every sample; for ReLU these are the units that
        put out 0 for every sample.
    saturated : float
        Share of slopes, over samples and units, whose absolute value is below .01.
    """

    layer: int
    mean: float
    std: float
    dead: float
    saturated: float


@dataclass(frozen=True)
class GradientStatistics:
    """How large the gradients of a layer are; RMS is the root of the mean of the squares.

    Parameters
    ----------
    layer : int
        Which layer, counted from 1.
    activation_rms : float
        RMS over samples and units of the loss's gradient with respect to the activations.
    weight_rms : float
        RMS of its gradient with respect to the weights.
    """

    layer: int
    activation_rms: float
    weight_rms: float


def layer_statistics(network: MLP, X: ArrayLike) -> tuple[LayerStatistics, ...]:
    """Describe the activations of each layer.

    Parameters
    ----------
    network : MLP
        The network.
    X : array_like of shape (n_samples, n_in)
        One sample in each row.

    Returns
    -------
    tuple of LayerStatistics
        One for each layer, the output layer included.  A maxout unit always passes the
        gradient on to one of its pieces: it is never dead nor saturated.

    Raises
    ------
    TypeError
        If `X` does not hold real numbers.
    ValueError
        If `X` does not fit the network, or a number is NaN or infinite.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Commonly used activation functions".

    Examples
    --------
    >>> network = MLP.from_layers([Dense([[1.0], [-1.0]], [0.0, 0.0], "relu")])
    >>> layer_statistics(network, [[1.0], [3.0]])
    (LayerStatistics(layer=1, mean=1.0, std=1.224..., dead=0.5, saturated=0.5),)
    """
    trace = network.trace(X)
    return tuple(
        _describe(n, a, _slopes(layer, z))
        for n, (layer, z, a) in enumerate(
            zip(network.layers, trace.pre_activations, trace.activations, strict=True), start=1
        )
    )


def gradient_statistics(
    network: MLP, X: ArrayLike, y: ArrayLike, loss: str | Loss = "cross_entropy"
) -> tuple[GradientStatistics, ...]:
    """Measure the gradients that reach each layer on their way back from the loss.

    Parameters
    ----------
    network : MLP
        The network.
    X : array_like of shape (n_samples, n_in)
        One sample in each row.
    y : array_like
        Labels or targets, as `loss` wants them.
    loss : str or Loss, default "cross_entropy"
        A key of ``LOSSES``, or a loss itself; its mean over the samples is what is derived.

    Returns
    -------
    tuple of GradientStatistics
        One for each layer, from the first to the output layer.

    Raises
    ------
    TypeError
        If `X` or `y` does not hold real numbers.
    ValueError
        If they do not fit the network or the loss, a number is NaN or infinite, or there is
        no such loss.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Commonly used activation functions", "Sigmoid": each
    layer multiplies the gradient by its slopes, which are at most 1/4.

    Examples
    --------
    >>> layer = Dense([[0.5]], [0.0])
    >>> network = MLP.from_layers([layer, layer])
    >>> for row in gradient_statistics(network, [[4.0]], [[3.0]], "squared_error"):
    ...     print(row)
    GradientStatistics(layer=1, activation_rms=2.0, weight_rms=8.0)
    GradientStatistics(layer=2, activation_rms=4.0, weight_rms=8.0)
    """
    trace = network.trace(X)
    da = get_loss(loss).gradient(trace.scores, y)
    rows = []
    for n in reversed(range(network.n_layers)):
        rms = _rms(da)
        da, slopes = network.layers[n].backward(trace.inputs[n], trace.pre_activations[n], da)
        rows.append(GradientStatistics(n + 1, rms, _rms(slopes["W"])))
    return tuple(reversed(rows))


def _describe(number: int, a: Array, slopes: Array) -> LayerStatistics:
    return LayerStatistics(
        layer=number,
        mean=float(a.mean(dtype=np.float64)),
        std=float(a.std(dtype=np.float64)),
        dead=dead_fraction(slopes),
        saturated=saturated_fraction(slopes),
    )


def _slopes(layer: Layer, z: Array) -> Array:
    """Return how each output of the layer answers to the pre-activation that it comes from."""
    if not isinstance(layer, Dense):
        return np.ones_like(z[0])
    if layer.alpha is not None:
        return prelu_slope(z, layer.alpha)
    return layer.activation.derivative(z)


def _rms(values: Array) -> float:
    return float(np.sqrt(np.square(values, dtype=np.float64).mean()))
