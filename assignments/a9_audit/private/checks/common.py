"""What the checks of several exercises share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from course_utils.comparison import describe, read_array

Array = NDArray[np.float64]
Cases = Iterable[tuple[Any, ...]]
Experiment = Callable[[int], float]


def spread_out(rng: np.random.Generator, n: int, mean: float, error: float) -> Array:
    """Draw `n` numbers with exactly this mean and this standard error, in any order."""
    numbers = rng.permutation(np.arange(n) + rng.uniform(-0.3, 0.3, size=n))
    centred = numbers - numbers.mean()
    return np.asarray(mean + error * np.sqrt(n) * centred / centred.std(ddof=1))


def parts_of(record: Any, *names: str) -> tuple[Any, ...]:
    """Return entries of a student's record.

    Raises
    ------
    TypeError
        If it is no dict, or an entry is missing; the student reads this.
    """
    if type(record) is not dict:
        msg = f"a dict is asked for, and {describe(record)} came"
        raise TypeError(msg)
    for name in names:
        if name not in record:
            msg = f"there is no entry {name!r}"
            raise TypeError(msg)
    return tuple(record[name] for name in names)


def one_number(value: Any) -> Any:
    """Return a finite number as it is, and words for anything else."""
    array = read_array(value)
    if array is None or array.shape != () or array.dtype.kind == "b":
        return describe(value)
    return float(array) if np.isfinite(array) else "not finite"


def close(one: Any, other: Any) -> bool:
    """Tell whether two results are the same number, but for the last digits."""
    numbers = type(one) is float and type(other) is float
    return numbers and abs(one - other) <= 1e-9 * max(1.0, abs(one))
