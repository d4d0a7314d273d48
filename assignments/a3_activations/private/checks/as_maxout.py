"""ReLU and leaky ReLU, written as maxout."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise
from course_utils.comparison import read_array

from .common import Array, Cases, both_signs

as_maxout = Exercise("as_maxout", target="as_maxout", title="As a maxout unit")


@as_maxout.reference
def as_maxout_reference(
    activation: str, W: ArrayLike, b: ArrayLike, alpha: float = 0.01
) -> tuple[Array, Array, Array, Array]:
    """Return two pieces: what is done to the left of 0, then what is done to the right."""
    left = {"relu": 0.0, "leaky_relu": alpha}[activation]
    W, b = np.asarray(W), np.asarray(b)
    return left * W, left * b, W, b


def outputs(target: Any, X: Array, *arguments: Any) -> Any:
    """Run the maxout layer that the answer describes, in whichever order its pieces come.

    A single 0 for an array of zeros is let pass: its shape costs points in a check of its own.

    Raises
    ------
    TypeError
        If the parts can't be put to use; the student reads its text.
    """
    _, W, b = arguments[:3]
    answer = target(*arguments)
    if type(answer) not in (tuple, list):
        return answer
    if len(answer) != 4:
        msg = f"it has {len(answer)} parts instead of four"
        raise TypeError(msg)
    W1, b1, W2, b2 = (read_array(part) for part in answer)
    if W1 is None or b1 is None or W2 is None or b2 is None:
        msg = "not all of its four parts are arrays of numbers"
        raise TypeError(msg)
    try:
        W1, W2 = (np.broadcast_to(part, np.shape(W)) for part in (W1, W2))
        b1, b2 = (np.broadcast_to(part, np.shape(b)) for part in (b1, b2))
        return np.maximum(X @ W1.T + b1, X @ W2.T + b2)
    except ValueError as error:
        msg = "its four parts don't have the shapes of W, b, W and b"
        raise TypeError(msg) from error


def shapes_of(target: Any, *arguments: Any) -> Any:
    """Return the shape of each part of the answer, as text."""
    answer = target(*arguments)
    if type(answer) not in (tuple, list):
        return answer
    arrays = [read_array(part) for part in answer]
    return tuple("no array" if array is None else str(array.shape) for array in arrays)


@as_maxout.check(
    "with biases of 0, the unit is ReLU or leaky ReLU of X W^T",
    points=1,
    hint="Try W = [[2]], b = [0] and draw the two lines. Which one is on top to the left?",
    call=outputs,
)
def _(rng: Generator) -> Cases:
    # ReLU with an alpha must ignore it.
    for m, n_in, n_out in ((4, 3, 2), (3, 2, 4), (3, 3, 3)):
        W, zero = both_signs(rng, n_out, n_in), np.zeros(n_out)
        X = np.vstack([signs := both_signs(rng, m, n_in), -signs])
        yield X, "relu", W, zero
        yield X, "relu", W, zero, rng.uniform(0.2, 0.4)
        yield 10 * X, "leaky_relu", W, zero
        yield X, "leaky_relu", W, zero, rng.uniform(0.2, 0.4)
        yield X, "leaky_relu", W, zero, rng.uniform(0.6, 0.8)


@as_maxout.check(
    "it is still ReLU or leaky ReLU when the biases are not 0",
    points=0.5,
    hint="At x = 0 the sum is b alone. What must come out for b = 1, and what for b = -1?",
    call=outputs,
)
def _(rng: Generator) -> Cases:
    # Positive and negative biases; an x of 0 leaves nothing else.
    W, b = both_signs(rng, 4, 2), both_signs(rng, 4)
    for X in (np.zeros((2, 2)), both_signs(rng, 5, 2)):
        yield X, "relu", W, b
        yield X, "leaky_relu", W, b, rng.uniform(0.2, 0.4)
        yield X, "leaky_relu", W, b, rng.uniform(0.6, 0.8)


@as_maxout.check(
    "the answer has four parts, in the shapes of W, b, W and b; W and b may be lists",
    points=0.5,
    hint="Print the shape of each part. Are W and b still what they were?",
    call=shapes_of,
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    for n_in, n_out in ((3, 2), (2, 4), (1, 1)):
        W, b = both_signs(rng, n_out, n_in), both_signs(rng, n_out)
        for activation in ("relu", "leaky_relu"):
            yield activation, W, b
            yield activation, W.tolist(), b.tolist(), 0.3
            yield activation, W.astype(np.float32), b.astype(np.float32)
