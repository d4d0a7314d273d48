"""The table of losses, for everything that offers a choice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, TypeAlias

from numpy.typing import ArrayLike

from course_utils._arguments import look_up
from course_utils._arrays import Array
from course_utils.losses._binary import (
    binary_cross_entropy,
    binary_cross_entropy_gradient,
    binary_hinge,
    binary_hinge_gradient,
)
from course_utils.losses._classes import (
    cross_entropy,
    cross_entropy_gradient,
    hinge,
    hinge_gradient,
)
from course_utils.losses._targets import squared_error, squared_error_gradient

Kind: TypeAlias = Literal["binary", "classes", "targets"]


@dataclass(frozen=True)
class Loss:
    """A loss together with its gradient and what it compares the scores with.

    Parameters
    ----------
    name : str
        The word that selects it, such as ``"cross_entropy"``.
    function : callable
        Takes scores and labels or targets, returns the mean loss as a float.
    gradient : callable
        Takes the same, returns an array of the shape of the scores.
    kind : {"binary", "classes", "targets"}
        What comes with the scores: labels 0 and 1 for one score each, the right one of many
        classes, or numbers that the scores should equal.

    Notes
    -----
    CS231n, "Neural Networks Part 2", "Loss functions".

    Examples
    --------
    >>> LOSSES["squared_error"]([1.0, 2.0], [0.0, 4.0])
    2.5
    >>> LOSSES["squared_error"].gradient([1.0, 2.0], [0.0, 4.0])
    array([ 1., -2.])
    """

    name: str
    function: Callable[[ArrayLike, ArrayLike], float]
    gradient: Callable[[ArrayLike, ArrayLike], Array]
    kind: Kind

    def __call__(self, scores: ArrayLike, y: ArrayLike) -> float:
        """Return the mean loss of the scores, given the labels or targets `y`."""
        return self.function(scores, y)


_TABLE = (
    Loss("binary_cross_entropy", binary_cross_entropy, binary_cross_entropy_gradient, "binary"),
    Loss("binary_hinge", binary_hinge, binary_hinge_gradient, "binary"),
    Loss("cross_entropy", cross_entropy, cross_entropy_gradient, "classes"),
    Loss("hinge", hinge, hinge_gradient, "classes"),
    Loss("squared_error", squared_error, squared_error_gradient, "targets"),
)

LOSSES: Mapping[str, Loss] = MappingProxyType({entry.name: entry for entry in _TABLE})


def get_loss(name: str | Loss) -> Loss:
    """Look up a loss by its name.

    Parameters
    ----------
    name : str or Loss
        A key of `LOSSES`; a loss is given back as it is.

    Returns
    -------
    Loss
        The entry of the table.

    Raises
    ------
    ValueError
        If there is no loss of that name.

    Examples
    --------
    >>> get_loss("hinge").kind
    'classes'
    """
    return name if isinstance(name, Loss) else look_up(name, LOSSES, kind="loss")
