"""Steps, bumps and their sums, with indicator functions and with sigmoids."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_utils._arrays import Array
from course_utils.approximation import (
    bump,
    bump_heights,
    bump_network,
    bump_sum,
    error_slope,
    open_bump,
    sigmoid_bump_sum,
    step,
    sup_error,
)

finite = st.floats(-1e300, 1e300)
SIZES = [16, 32, 64, 128, 256, 512]
elementwise = pytest.mark.parametrize(
    "function",
    [
        lambda x: step(x, 1.0),
        lambda x: bump(x, 1.0, 2.0),
        lambda x: open_bump(x, 1.0, 2.0),
        lambda x: bump_sum(x, [1.0, 2.0, 4.0], [3.0, 5.0]),
        lambda x: sigmoid_bump_sum(x, [1.0, 2.0, 4.0], [3.0, 5.0], 10.0),
    ],
    ids=["step", "bump", "open_bump", "bump_sum", "sigmoid_bump_sum"],
)


def wave(x: Array) -> Array:
    """Return the ledger's function f."""
    out: Array = np.sin(3 * x) + 0.3 * np.cos(9 * x)
    return out


def edges_of(n_bins: int) -> Array:
    return np.linspace(0, 2, n_bins + 1)


def test_step_is_1_from_the_jump_on() -> None:
    assert step([-np.inf, 0.99, 1.0, np.inf], at=1.0).tolist() == [0, 0, 1, 1]


def test_bump_holds_its_left_edge_alone() -> None:
    assert bump([0.9, 1.0, 1.9, 2.0, 2.1], 1.0, 2.0).tolist() == [0, 1, 1, 0, 0]


def test_open_bump_holds_neither_edge() -> None:
    assert open_bump([0.9, 1.0, 1.1, 1.9, 2.0, 2.1], 1.0, 2.0).tolist() == [0, 0, 1, 1, 0, 0]


@given(finite, finite, finite)
def test_bump_is_the_difference_of_two_steps(x: float, a: float, b: float) -> None:
    left, right = min(a, b), max(a, b)
    if left < right:
        assert bump(x, left, right) == step(x, left) - step(x, right)


@given(st.lists(finite, min_size=2, max_size=8, unique=True), finite)
def test_every_point_lies_in_one_bin_or_none(points: list[float], x: float) -> None:
    edges = sorted(points)
    inside = edges[0] <= x < edges[-1]

    assert sum(bump(x, left, right) for left, right in pairwise(edges)) == inside


@pytest.mark.parametrize("function", [bump, open_bump])
@pytest.mark.parametrize("right", [1.0, 0.5, np.nan])
def test_edges_of_a_bump_must_be_in_order(function: Callable[..., Array], right: float) -> None:
    with pytest.raises(ValueError, match=rf"left must be .* got left=1 and right={right:g}"):
        function([0.0], 1.0, right)


@pytest.mark.parametrize("function", [bump, open_bump])
def test_an_edge_is_one_number(function: Callable[..., Array]) -> None:
    with pytest.raises(TypeError, match="left must be one number"):
        function([0.0], [1.0], 2.0)
    with pytest.raises(TypeError, match="right must hold real numbers"):
        function([0.0], 1.0, None)


def test_heights_are_the_values_in_the_middle() -> None:
    assert bump_heights(lambda x: 10 * x, [0, 1, 4]).tolist() == [5, 25]


def test_constant_function_may_give_one_number() -> None:
    assert bump_heights(lambda _: 3, [0, 1, 4]).tolist() == [3, 3]


def test_sum_worked_by_hand() -> None:
    x = [[0.9, 1.0, 1.9], [2.0, 3.9, 4.0]]

    assert bump_sum(x, [1, 2, 4], [3, 5]).tolist() == [[0, 3, 3], [5, 5, 0]]


@given(st.integers(0, 2**32 - 1))
def test_sum_is_the_sum_of_the_bumps(seed: int) -> None:
    rng = np.random.default_rng(seed)
    edges, heights = np.unique(rng.normal(size=6)), rng.normal(size=5)
    x = np.concatenate([rng.normal(size=20), edges])

    one_by_one = [h * bump(x, a, b) for h, (a, b) in zip(heights, pairwise(edges), strict=True)]

    assert bump_sum(x, edges, heights) == pytest.approx(np.sum(one_by_one, axis=0), abs=0)


@given(st.integers(0, 2**32 - 1))
def test_sigmoid_sum_is_the_sum_of_the_pairs(seed: int) -> None:
    rng = np.random.default_rng(seed)
    edges, heights = np.unique(rng.normal(size=6)), rng.normal(size=5)
    x = rng.normal(size=20)

    def rise(at: float) -> Array:
        return 0.5 + 0.5 * np.tanh(7.0 * (x - at) / 2)  # a sigmoid of steepness 7

    pairs = [
        h * (rise(a) - rise(b)) for h, (a, b) in zip(heights, pairwise(edges), strict=True)
    ]
    assert sigmoid_bump_sum(x, edges, heights, 7.0) == pytest.approx(np.sum(pairs, axis=0))


def test_a_very_steep_sigmoid_sum_is_the_sum_of_bumps() -> None:
    x = np.array([-1e9, -0.5, 0.5, 1.5, 2.5, 1e9])
    edges, heights = [0.0, 1.0, 2.0], [4.0, -3.0]

    steep = sigmoid_bump_sum(x, edges, heights, 1e308)

    assert steep.tolist() == bump_sum(x, edges, heights).tolist() == [0, 0, 4, -3, 0, 0]


@pytest.mark.parametrize("steepness", [5.0, 100.0, 1e4])
def test_network_computes_the_sigmoid_sum(steepness: float) -> None:
    edges, x = edges_of(10), np.linspace(-1, 3, 101)
    network = bump_network(wave, edges, steepness)

    expected = sigmoid_bump_sum(x, edges, bump_heights(wave, edges), steepness)

    assert network.forward(x[:, None])[:, 0] == pytest.approx(expected, abs=1e-10)
    assert (network.layer_sizes, network.activations) == ((1, 11, 1), ("sigmoid", "identity"))


def test_half_open_bumps_come_closer_with_their_number() -> None:  # ledger row 86
    def error(n: int) -> float:
        edges = edges_of(n)
        heights = bump_heights(wave, edges)
        return sup_error(wave, lambda x: bump_sum(x, edges, heights), (0, 2 - 1e-9))

    assert error_slope(SIZES, [error(n) for n in SIZES]) == pytest.approx(-1, abs=0.05)


@pytest.mark.parametrize("n", SIZES[:-1])
def test_open_bumps_never_come_closer(n: int) -> None:  # ledger row 86
    edges = edges_of(n)
    heights = bump_heights(wave, edges)
    x = np.union1d(edges, np.linspace(0, 2, 1001))

    total = sum(
        h * open_bump(x, a, b) for h, (a, b) in zip(heights, pairwise(edges), strict=True)
    )

    assert np.abs(wave(x) - total).max() == pytest.approx(1.2, abs=0.01)


@pytest.mark.parametrize(
    ("steepness", "error"), [(20, 0.1132), (100, 0.0070), (1e3, 0.0599), (1e4, 0.0797)]
)
def test_steeper_is_not_better(steepness: float, error: float) -> None:  # ledger row 85
    network = bump_network(wave, edges_of(64), steepness)

    assert sup_error(wave, network, (0.1, 1.9)) == pytest.approx(error, abs=5e-5)


@elementwise
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_precision_and_shape_stay(function: Callable[..., Array], dtype: type) -> None:
    a = function(np.ones((2, 3), dtype=dtype))

    assert a.dtype == dtype
    assert a.shape == (2, 3)


@elementwise
def test_one_number_gives_one_number(function: Callable[..., Array]) -> None:
    assert isinstance(function(3), np.float64)


@elementwise
def test_nan_is_passed_on_and_input_left_alone(function: Callable[..., Array]) -> None:
    x = np.array([np.nan, 1.5])
    x.flags.writeable = False

    assert np.isnan(function(x)).tolist() == [True, False]


@elementwise
@pytest.mark.parametrize("wrong", [["a"], [1j], [None]])
def test_what_is_not_a_real_number_is_refused(
    function: Callable[..., Array], wrong: list[Any]
) -> None:
    with pytest.raises(TypeError, match="x must hold real numbers"):
        function(wrong)


@pytest.mark.parametrize(
    ("edges", "words"),
    [
        ([0, 1, 1], "edges must increase, but edges[2] is 1 after 1; try np.unique(edges)"),
        ([0, 2, 1, 3], "edges must increase, but edges[2] is 1 after 2"),
        ([0], "edges must be a row of two numbers or more, got shape (1,)"),
        (0, "got shape ()"),
        ([[0, 1]], "got shape (1, 2)"),
        ([0, np.nan], "edges must hold finite numbers, but edges[1] is nan"),
        ([0, np.inf], "but edges[1] is inf"),
    ],
)
@pytest.mark.parametrize(
    "function",
    [
        lambda edges: bump_heights(wave, edges),
        lambda edges: bump_sum(0.0, edges, [1.0]),
        lambda edges: sigmoid_bump_sum(0.0, edges, [1.0], 1.0),
        lambda edges: bump_network(wave, edges, 1.0),
    ],
)
def test_edges_must_increase(function: Callable[..., Any], edges: Any, words: str) -> None:
    with pytest.raises(ValueError, match=re.escape(words)):
        function(edges)


@pytest.mark.parametrize(
    ("heights", "words"),
    [
        ([1.0], "heights must have shape (2,), one for each bin between 3 edges, got (1,)"),
        ([[1.0, 2.0]], "got (1, 2)"),
        ([1.0, np.nan], "heights must hold finite numbers"),
    ],
)
def test_every_bin_needs_a_height(heights: Any, words: str) -> None:
    with pytest.raises(ValueError, match=re.escape(words)):
        bump_sum(0.0, [0, 1, 2], heights)
    with pytest.raises(ValueError, match=re.escape(words)):
        sigmoid_bump_sum(0.0, [0, 1, 2], heights, 1.0)


@pytest.mark.parametrize("steepness", [0, -1, np.inf, np.nan])
def test_steepness_must_be_positive(steepness: float) -> None:
    with pytest.raises(ValueError, match="steepness must be a finite number, above 0"):
        sigmoid_bump_sum(0.0, [0, 1], [1.0], steepness)
    with pytest.raises(ValueError, match="steepness must be a finite number, above 0"):
        bump_network(wave, [0, 1], steepness)
