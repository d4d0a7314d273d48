"""Without activations a deep network is one layer."""

from __future__ import annotations

import numpy as np

from course_utils.activations import identity
from course_utils.network._dense import Dense
from course_utils.network._mlp import MLP


@np.errstate(all="ignore")
def collapse(network: MLP) -> MLP:
    """Multiply the layers of a linear network into the one layer that does the same.

    Parameters
    ----------
    network : MLP
        All of its activations are ``"identity"``.

    Returns
    -------
    MLP
        A network of one layer: ``W2 (W1 x + b1) + b2`` is ``(W2 W1) x + (W2 b1 + b2)``.

    Raises
    ------
    ValueError
        If a layer has an activation, or the products are too large for the precision.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Quick intro": the non-linearity is where the wiggle
    comes from; without it the matrices could be collapsed to a single one.

    Examples
    --------
    >>> network = MLP([2, 64, 64, 2], "identity")
    >>> network.n_parameters, collapse(network).n_parameters
    (4482, 6)
    """
    for n, layer in enumerate(network.layers, start=1):
        if layer.activation.function is not identity:
            msg = (
                "only a network without activations collapses, but layer "
                f"{n} has {layer.activation.name}; see MLP(..., activation='identity')"
            )
            raise ValueError(msg)
    first, *others = network.layers
    W, b = first.W, first.b
    for layer in others:
        W, b = layer.W @ W, layer.W @ b + layer.b
    return MLP.from_layers([Dense(W, b)])
