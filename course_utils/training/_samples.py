"""Samples for a network and a loss: what does not fit is told before training begins."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils._arrays import Array, Labels, as_labels, as_matrix, finite_floats
from course_utils.losses import Loss, get_loss
from course_utils.network import MLP


@dataclass(frozen=True)
class Samples:
    """Inputs and what should come out, in the precision of the network.

    `y` holds labels (n_samples,), or targets (n_samples, n_out) for a loss of that kind.
    """

    X: Array
    y: NDArray[Any]
    loss: Loss

    def __len__(self) -> int:
        return len(self.X)

    def rows(self, chosen: Labels) -> Samples:
        """Return the samples of a minibatch."""
        return Samples(self.X[chosen], self.y[chosen], self.loss)


def fitting_samples(
    network: MLP,
    X: ArrayLike,
    y: ArrayLike,
    loss: str | Loss,
    *,
    names: tuple[str, str] = ("X", "y"),
) -> Samples:
    """Return the samples, or say why the network cannot learn them with that loss."""
    _refuse_what_is_no_network(network)
    loss = get_loss(loss)
    n_in, n_out = network.layer_sizes[0], network.layer_sizes[-1]
    inputs = as_matrix(X, name=names[0], n_columns=n_in)
    inputs = _in_precision(inputs, network.dtype, name=names[0])
    if loss.kind == "targets":
        targets = _targets(y, (len(inputs), n_out), loss, name=names[1])
        return Samples(inputs, _in_precision(targets, network.dtype, name=names[1]), loss)
    n_classes = _n_classes(n_out, loss)
    labels = as_labels(y, n_samples=len(inputs), n_classes=n_classes, name=names[1])
    _refuse_missing_outputs(labels, n_out, loss)
    return Samples(inputs, labels, loss)


def _refuse_what_is_no_network(network: object) -> None:
    if not isinstance(network, MLP):
        msg = f"network must be an MLP, got {type(network).__name__}"
        raise TypeError(msg)


def mean_loss(scores: Array, samples: Samples) -> float:
    """Return the mean loss; NaN, and no error, for scores that are not finite."""
    if not np.isfinite(scores).all():
        return math.nan
    return samples.loss(scores, samples.y)


def _n_classes(n_out: int, loss: Loss) -> int | None:
    """Return 2 for a loss of two classes, which needs one output, else None."""
    if loss.kind != "binary":
        return None
    if n_out != 1:
        other = loss.name.removeprefix("binary_")
        msg = f"{loss.name} needs 1 output, the network has {n_out}; try {other}"
        raise ValueError(msg)
    return 2


def _refuse_missing_outputs(labels: Labels, n_out: int, loss: Loss) -> None:
    n_classes = max(2, int(labels.max()) + 1)
    if loss.kind == "binary" or n_out >= n_classes:
        return
    msg = (
        f"{loss.name} with {n_classes} classes needs {n_classes} outputs, "
        f"the network has {n_out}"
    )
    if n_classes == 2:
        msg += f"; try binary_{loss.name}"
    raise ValueError(msg)


def _targets(y: ArrayLike, shape: tuple[int, int], loss: Loss, *, name: str) -> Array:
    targets = finite_floats(y, name=name)
    if targets.shape == shape or (targets.shape == shape[:1] and shape[1] == 1):
        return targets.reshape(shape)
    remedy = f"; try {name}.T" if targets.T.shape == shape else ""
    msg = (
        f"{loss.name} needs targets of shape {shape}, one for each sample and output, "
        f"but {name} has shape {targets.shape}{remedy}"
    )
    raise ValueError(msg)


def _in_precision(array: Array, dtype: np.dtype[np.floating], *, name: str) -> Array:
    """Return the array in the network's precision, or say which number is too large for it."""
    with np.errstate(all="ignore"):
        return finite_floats(array.astype(dtype, copy=False), name=f"{name}.astype({dtype})")
