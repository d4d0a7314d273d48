"""Where a loss has a kink, numerical gradients are no judge: the search for such places."""

from __future__ import annotations

import numpy as np

from course_utils._arrays import Array
from course_utils.activations import Activation
from course_utils.network import MLP, Dense, Layer
from course_utils.training._samples import Samples

NEAR = 1e-4


def near_kink(network: MLP, samples: Samples) -> dict[str, bool]:
    """Say for each array of parameters whether a small change of it may cross a kink.

    What bends in a layer is met by the parameters of that layer and of those before it.
    """
    trace = network.trace(samples.X)
    near = _loss_is_near(trace.scores, samples)
    found: dict[str, bool] = {}
    for n in range(network.n_layers, 0, -1):
        layer = network.layers[n - 1]
        near = near or _layer_is_near(layer, trace.pre_activations[n - 1])
        found |= {f"{name}{n}": near for name in layer.parameters()}
    return found


def _layer_is_near(layer: Layer, z: Array) -> bool:
    if isinstance(layer, Dense):
        bends = layer.alpha is not None or _bends(layer.activation)
        return bends and bool((np.abs(z) < NEAR).any())
    # A maxout neuron has a kink where its two largest pieces, sorted to the end, are equal.
    return bool((np.diff(np.sort(z, axis=0)[-2:], axis=0) < NEAR).any())


def _bends(activation: Activation) -> bool:
    """Whether the slope jumps at 0, as that of ReLU does."""
    left, right = activation.derivative(np.array([-1e-9, 1e-9]))
    return bool(abs(right - left) > 1e-6)


def _loss_is_near(scores: Array, samples: Samples) -> bool:
    """Whether a score is just at the margin of a hinge loss."""
    if samples.loss.name == "binary_hinge":
        lead = scores[:, 0] * (2 * samples.y - 1)
    elif samples.loss.name == "hinge":
        lead = np.take_along_axis(scores, samples.y[:, np.newaxis], axis=1) - scores
    else:
        return False
    return bool((np.abs(lead - 1) < NEAR).any())
