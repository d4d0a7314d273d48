"""Maxout: the larger of two weighted sums, and which of them won."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_utils._arrays import Array
from course_utils.activations import leaky_relu, maxout, maxout_winner, relu
from course_utils.activations._vector import maxout_slopes

seeds = st.integers(0, 2**32 - 1)


def pieces(seed: int, n_in: int = 3, n_out: int = 2) -> tuple[Array, ...]:
    rng = np.random.default_rng(seed)
    shapes = [(5, n_in), (n_out, n_in), (n_out,), (n_out, n_in), (n_out,)]
    return tuple(rng.normal(size=shape) for shape in shapes)


def test_maxout_by_hand() -> None:  # ledger row 52
    a = maxout([[1.0, 2.0]], [[1.0, 1.0]], [0.5], [[2.0, -1.0]], [1.0])
    assert a.tolist() == [[3.5]]


@given(seeds)
def test_maxout_is_the_larger_of_two_sums(seed: int) -> None:
    X, W1, b1, W2, b2 = pieces(seed)
    sample, unit = X[3], 1
    first, second = W1[unit] @ sample + b1[unit], W2[unit] @ sample + b2[unit]

    a = maxout(X, W1, b1, W2, b2)

    assert a.shape == (5, 2)
    assert a[3, 1] == pytest.approx(max(first, second), rel=1e-12, abs=0)


@given(seeds)
def test_relu_is_a_maxout_with_a_first_piece_of_0(seed: int) -> None:  # ledger row 53
    X, W, b, _, _ = pieces(seed)

    assert (maxout(X, 0 * W, 0 * b, W, b) == relu(X @ W.T + b)).all()


@given(seeds, st.sampled_from([0.5, 0.25, 1 / 64]))
def test_leaky_relu_is_a_maxout(seed: int, alpha: float) -> None:  # ledger row 53
    X, W, b, _, _ = pieces(seed)

    a = maxout(X, alpha * W, alpha * b, W, b)

    assert (a == leaky_relu(X @ W.T + b, alpha)).all()


@given(seeds)
def test_maxout_is_convex(seed: int) -> None:  # ledger row 52
    X, *parameters = pieces(seed)
    Y = X[::-1]

    halfway = maxout((X + Y) / 2, *parameters)

    assert (halfway <= (maxout(X, *parameters) + maxout(Y, *parameters)) / 2 + 1e-12).all()


@given(seeds)
def test_the_winner_alone_sets_the_output(seed: int) -> None:
    X, W1, b1, W2, b2 = pieces(seed)
    both = np.stack([X @ W1.T + b1, X @ W2.T + b2])

    winner = maxout_winner(X, W1, b1, W2, b2)

    chosen = np.take_along_axis(both, winner[np.newaxis], axis=0)[0]
    assert (chosen == maxout(X, W1, b1, W2, b2)).all()
    assert winner.dtype == np.intp


def test_the_first_piece_wins_a_tie() -> None:
    W1, W2 = [[1.0], [1.0], [1.0]], [[1.0], [2.0], [0.0]]
    b = [0.0, 0.0, 0.0]

    assert maxout_winner([[1.0]], W1, b, W2, b).tolist() == [[0, 1, 0]]
    slopes = maxout_slopes([[1.0]], W1, b, W2, b)
    assert slopes.tolist() == [[[1, 0, 1]], [[0, 1, 0]]]


def test_maxout_in_single_precision() -> None:
    arguments = tuple(part.astype(np.float32) for part in pieces(0))

    assert maxout(*arguments).dtype == np.float32
    assert maxout_slopes(*arguments).dtype == np.float32


def test_maxout_leaves_its_inputs_alone() -> None:
    arguments = pieces(0)
    for part in arguments:
        part.flags.writeable = False

    assert np.isfinite(maxout(*arguments)).all()


@pytest.mark.filterwarnings("error")
def test_maxout_is_quiet_where_a_sum_overflows() -> None:
    assert maxout([[1e308, 1e308]], [[1.0, 1.0]], [0.0], [[1.0, -1.0]], [0.0]) == np.inf


GOOD: dict[str, Any] = {
    "X": [[1.0, 2.0]],
    "W1": [[1.0, 2.0]],
    "b1": [1.0],
    "W2": [[1.0, 2.0]],
    "b2": [1.0],
}


@pytest.mark.parametrize("function", [maxout, maxout_winner, maxout_slopes])
@pytest.mark.parametrize(
    ("name", "value", "error", "words"),
    [
        ("X", [1.0, 2.0], ValueError, r"^X must have shape \(n_samples, n_features\)"),
        (
            "X",
            [[1.0]],
            ValueError,
            r"shape \(n_out, 1\), .* got \(1, 2\), and X.shape == \(1, 1\)",
        ),
        (
            "X",
            [[np.nan, 1.0]],
            ValueError,
            r"^X must hold finite numbers, but X\[0, 0\] is nan",
        ),
        ("W1", [1.0, 2.0], ValueError, r"^W1 must have shape \(n_out, 2\), .* got \(2,\)"),
        (
            "W1",
            np.ones((0, 2)),
            ValueError,
            r"^W1 must have shape \(n_out, 2\), .* got \(0, 2\)",
        ),
        ("W1", np.ones((1, 2, 2)), ValueError, r"got \(1, 2, 2\)"),
        ("W1", [[np.inf, 2.0]], ValueError, r"^W1 must hold finite .* W1\[0, 0\] is inf"),
        ("W2", [[1.0], [2.0]], ValueError, r"^W2 must have shape \(1, 2\) .* got \(2, 1\)"),
        ("b1", 1.0, ValueError, r"^b1 must have shape \(1,\) to go with W1, got \(\)"),
        ("b2", [1.0, 2.0], ValueError, r"^b2 must have shape \(1,\) to go with W1, got \(2,\)"),
        ("b1", [np.nan], ValueError, r"^b1 must hold finite .* b1\[0\] is nan"),
        ("W2", [["a", "b"]], TypeError, r"^W2 must hold real numbers"),
    ],
)
def test_maxout_refuses(
    function: Any, name: str, value: Any, error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        function(**{**GOOD, name: value})
