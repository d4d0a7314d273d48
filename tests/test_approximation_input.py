"""What approximation refuses: knots, intervals, and functions that misbehave."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from course_utils._arrays import Array
from course_utils.approximation import (
    bump_heights,
    count_pieces,
    n_linear_pieces,
    relu_interpolant,
    sup_error,
    tent,
    tent_network,
)
from course_utils.network import MLP

takes_f = pytest.mark.parametrize(
    "apply",
    [
        lambda f: bump_heights(f, [0.0, 1.0, 2.0]),
        lambda f: relu_interpolant(f, [0.5, 1.5]).forward([[1.0]]),
        lambda f: sup_error(f, np.sin, (0.5, 1.5), 2),
    ],
    ids=["bump_heights", "relu_interpolant", "sup_error"],
)


@takes_f
@pytest.mark.parametrize(
    ("f", "error", "words"),
    [
        (
            lambda x: np.where(x > 1, np.nan, x),
            ValueError,
            "but f(1.5) is nan; choose an inter",
        ),
        (lambda x: np.where(x < 1, np.inf, x), ValueError, "but f(0.5) is inf"),
        (lambda x: x[:1], ValueError, "it got x of shape (2,) and gave shape (1,)"),
        (lambda x: x[:, None], ValueError, "one number for each x; it got x of shape (2,)"),
        (lambda _: ["a", "b"], TypeError, "f(x) must hold real numbers"),
        (lambda x: x * 1j, TypeError, "f(x) must hold real numbers"),
        (
            math.sin,
            TypeError,
            "must take an array; try np.sin for math.sin, np.where for if, or np.vectorize(f)",
        ),
        (lambda x: x if x > 0 else 0, TypeError, "f must take an array; try np.sin"),
        (lambda x: x.reshape(3), ValueError, "cannot reshape array of size 2"),
        (MLP([2, 1]), ValueError, "one input and one output, got layer sizes (2, 1)"),
        (MLP([1, 2]), ValueError, "one input and one output, got layer sizes (1, 2)"),
    ],
)
def test_functions_that_misbehave(
    apply: Callable[..., Any], f: Any, error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=re.escape(words)):
        apply(f)


def test_second_function_has_a_name_of_its_own() -> None:
    with pytest.raises(ValueError, match=r"g must give finite numbers, but g\(0\) is inf"):
        sup_error(np.sin, lambda _: np.inf, (0, 1))
    with pytest.raises(ValueError, match="g must give one number for each x"):
        sup_error(np.sin, lambda x: x[1:], (0, 1))
    with pytest.raises(TypeError, match=r"g must take an array.*np.vectorize\(g\)"):
        sup_error(np.sin, math.sin, (0, 1))


@takes_f
def test_a_network_serves_as_a_function(apply: Callable[..., Any]) -> None:
    network = MLP([1, 3, 1], "tanh", dtype=np.float32)

    def same(x: Array) -> Array:
        return network.forward(x[:, None])[:, 0]

    assert np.array_equal(apply(network), apply(same))


@pytest.mark.parametrize(
    ("knots", "words"),
    [
        ([0.0], "knots must be a row of two numbers or more, got shape (1,)"),
        ([], "got shape (0,)"),
        ([0, 1, 1], "knots must increase, but knots[2] is 1 after 1; try np.unique(knots)"),
        ([0, np.nan], "knots must hold finite numbers"),
    ],
)
def test_knots_must_increase(knots: Any, words: str) -> None:
    with pytest.raises(ValueError, match=re.escape(words)):
        relu_interpolant(np.sin, knots)


def test_knots_in_single_precision_will_do() -> None:
    knots = np.array([0, 1, 3], dtype=np.float32)
    network = relu_interpolant(lambda x: x**2, knots)

    assert network.dtype == np.float64
    assert network.forward([[2.0]]).tolist() == [[5]]


def test_knots_are_left_alone() -> None:
    knots = np.array([0.0, 1.0, 3.0])
    knots.flags.writeable = False

    relu_interpolant(lambda x: x**2, knots)

    assert knots.tolist() == [0, 1, 3]


@pytest.mark.parametrize(
    ("interval", "error", "words"),
    [
        ((1, 1), ValueError, "interval must be (low, high) with low < high, got (1, 1)"),
        ((2, 1), ValueError, "got (2, 1)"),
        ((0, 1, 2), ValueError, "got (0, 1, 2)"),
        (3, ValueError, "got 3"),
        ((0, np.inf), ValueError, "interval must hold finite numbers, but interval[1] is inf"),
        (("a", "b"), TypeError, "interval must hold real numbers"),
    ],
)
def test_interval_must_have_two_ends(interval: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=re.escape(words)):
        sup_error(np.sin, np.cos, interval)
    with pytest.raises(error, match=re.escape(words)):
        count_pieces(np.abs, interval)


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (
            lambda: sup_error(np.sin, np.cos, (0, 1), 1),
            ValueError,
            "n must be 2 or more, got 1",
        ),
        (lambda: sup_error(np.sin, np.cos, (0, 1), 9.0), TypeError, "n must be a whole number"),  # type: ignore[arg-type]
        (lambda: count_pieces(np.abs, (0, 1), n=3), ValueError, "n must be 4 or more, got 3"),
        (lambda: tent(0.5, -1), ValueError, "depth must be 0 or more, got -1"),
        (lambda: tent(0.5, 1.0), TypeError, "depth must be a whole number, got 1.0"),  # type: ignore[arg-type]
        (lambda: tent(["a"]), TypeError, "x must hold real numbers"),
        (lambda: tent_network(0), ValueError, "depth must be 1 or more, got 0"),
        (lambda: n_linear_pieces(-1), ValueError, "depth must be 0 or more, got -1"),
    ],
)
def test_wrong_counts(call: Callable[[], Any], error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=re.escape(words)):
        call()


def test_tent_of_depth_0_is_a_copy() -> None:
    x = np.array([0.3, np.nan])

    folded = tent(x, 0)
    folded[0] = 7

    assert x[0] == 0.3
    assert n_linear_pieces(0) == 1


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_tent_keeps_precision_shape_and_nan(dtype: type) -> None:
    x: Array = np.array([[0.25, np.nan]], dtype=dtype)
    x.flags.writeable = False

    a = tent(x)

    assert a.dtype == dtype
    assert str(a) == "[[0.5 nan]]"
    assert isinstance(tent(0.25), np.float64)


@pytest.mark.parametrize(
    ("f", "n_pieces"),
    [
        (lambda x: 1e-7 * abs(x) + 1, 2),
        (lambda x: abs(x) + 1e9, 2),
        (lambda x: abs(x) - 1e9, 2),
        (lambda x: x + 1e9, 1),
        (lambda x: 1e-9 * abs(x) + 1e6, 1),  # the bend is lost among the roundings
    ],
)
def test_rounding_makes_no_pieces(f: Callable[[Array], Array], n_pieces: int) -> None:
    assert count_pieces(f, (-1, 1)) == n_pieces
