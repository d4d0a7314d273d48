"""What the checks of several exercises share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]
Cases = Iterable[tuple[Any, ...]]


def sigma(z: ArrayLike) -> Any:
    """Return 1 / (1 + exp(-z)) without ever taking the exponential of a large number."""
    return np.exp(-np.logaddexp(0.0, -np.asarray(z, dtype=np.float64)))


def accepts(function: Any, *arguments: Any) -> bool:
    """Call `function` and say that it took the arguments, whatever it returned."""
    function(*arguments)
    return True


def forgiving(function: Any, *arguments: Any) -> Any:
    """Call `function` on one sample and take a row of one number for the number.

    Its shape costs points in a check of its own, and need not cost them twice.
    """
    answer = function(*arguments)
    return answer[0] if np.shape(answer) == (1,) else answer
