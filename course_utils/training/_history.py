"""What a training run leaves behind."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from course_utils._arrays import Array
from course_utils.network import MLP


@dataclass(frozen=True)
class Snapshot:
    """How training stands after some steps.

    Parameters
    ----------
    step : int
        Number of updates so far.
    loss : float
        Mean loss of all training samples, without the penalty on weights; NaN or infinite if
        training diverged.
    network : MLP
        The network as it is now; if training diverged, as it last was when all was finite.

    Examples
    --------
    >>> Snapshot(20, 0.25, MLP([2, 3, 1])).step
    20
    """

    step: int
    loss: float
    network: MLP


@dataclass(frozen=True, eq=False)
class History:
    """The course of a training run, and the network that it led to.

    Parameters
    ----------
    steps : ndarray of int, shape (n_records,)
        When the loss was recorded: after so many updates.
    loss : ndarray of shape (n_records,)
        Mean loss of all training samples, without the penalty on weights.
    validation_loss : ndarray of shape (n_records,) or None
        The same of the validation samples, if there were any.
    network : MLP
        The trained network.  With `patience` it is the one of the best validation loss; if
        training diverged, the last one recorded while all was finite.
    diverged : bool
        Whether the run ended because a loss or a parameter was no longer finite.
    stopped_early : bool
        Whether it ended because the validation loss no longer got better.

    Examples
    --------
    >>> History(np.array([0, 10]), np.array([0.7, 0.2]), None, MLP([2, 3, 1]))
    History(n_steps=10, loss 0.7 -> 0.2)
    """

    steps: NDArray[np.intp]
    loss: Array
    validation_loss: Array | None
    network: MLP
    diverged: bool = False
    stopped_early: bool = False

    @property
    def n_steps(self) -> int:
        """How many updates were made."""
        return int(self.steps[-1])

    def __repr__(self) -> str:
        parts = [f"n_steps={self.n_steps}", f"loss {_course(self.loss)}"]
        if self.validation_loss is not None:
            parts.append(f"validation loss {_course(self.validation_loss)}")
        parts += ["diverged"] * self.diverged + ["stopped early"] * self.stopped_early
        return f"History({', '.join(parts)})"


def _course(losses: Array) -> str:
    return f"{losses[0]:.4g} -> {losses[-1]:.4g}"
