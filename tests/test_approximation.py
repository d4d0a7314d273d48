"""ReLU interpolants, tents, errors between functions and the count of straight pieces."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_utils._arrays import Array
from course_utils.approximation import (
    count_pieces,
    error_slope,
    n_linear_pieces,
    relu_interpolant,
    sup_error,
    tent,
    tent_network,
)
from course_utils.network import MLP, Dense

seeds = st.integers(0, 2**32 - 1)


def wave(x: Array) -> Array:
    """Return the ledger's function f."""
    out: Array = np.sin(3 * x) + 0.3 * np.cos(9 * x)
    return out


def test_interpolant_worked_by_hand() -> None:
    network = relu_interpolant(lambda x: x**2 + 7, [1, 2, 4])

    # slopes 3 and 6; constant to the left, straight on to the right
    x = np.array([[-5.0], [1.0], [1.5], [2.0], [3.0], [4.0], [5.0]])
    assert network.forward(x)[:, 0].tolist() == [8, 8, 9.5, 11, 17, 23, 29]
    assert (network.layer_sizes, network.activations) == ((1, 2, 1), ("relu", "identity"))


@given(seeds)
def test_interpolant_is_what_numpy_interpolates(seed: int) -> None:
    rng = np.random.default_rng(seed)
    knots, x = np.unique(rng.uniform(0, 2, size=rng.integers(2, 20))), rng.uniform(0, 2, 50)
    x = np.concatenate([x, knots]).clip(knots[0], knots[-1])

    a = relu_interpolant(wave, knots).forward(x[:, None])[:, 0]

    assert a == pytest.approx(np.interp(x, knots, wave(knots)), abs=1e-9)


@pytest.mark.parametrize("n_knots", [2, 3, 100])
def test_interpolant_has_fewer_neurons_than_knots(n_knots: int) -> None:
    assert relu_interpolant(wave, np.linspace(0, 2, n_knots)).layer_sizes[1] == n_knots - 1


def test_error_of_interpolants_falls_as_the_square() -> None:  # ledger row 84
    sizes = [16, 32, 64, 128, 256]

    errors = [
        sup_error(wave, relu_interpolant(wave, np.linspace(0, 2, n + 1)), (0, 2)) for n in sizes
    ]

    assert error_slope(sizes, errors) == pytest.approx(-2, abs=0.15)


def test_interpolant_is_lost_outside_its_knots() -> None:  # ledger row 84
    network = relu_interpolant(wave, np.linspace(0, 2, 65))

    errors = [sup_error(wave, network, (0, end)) for end in (2, 4, 8, 16)]

    assert np.divide(errors[1:], errors[:-1]).min() > 2


@given(st.floats(0, 1))
def test_tent_is_the_lower_of_two_lines(x: float) -> None:
    assert tent(x) == pytest.approx(min(2 * x, 2 - 2 * x), abs=1e-15)


def test_tent_outside_of_the_interval() -> None:
    assert tent([-3.0, 2.0]).tolist() == [0, -2]
    assert tent([-3.0, 2.0], depth=2).tolist() == [0, 0]


@given(st.floats(0, 1), st.integers(0, 4), st.integers(0, 4))
def test_depths_of_tents_add_up(x: float, first: int, second: int) -> None:
    assert tent(tent(x, first), second) == tent(x, first + second)


@pytest.mark.parametrize("depth", range(1, 9))
def test_each_layer_doubles_the_pieces(depth: int) -> None:  # ledger row 89
    network = tent_network(depth)

    assert network.layer_sizes == (1, *[2] * depth, 1)
    assert count_pieces(network, (0, 1)) == n_linear_pieces(depth) == 2**depth
    assert count_pieces(lambda x: tent(x, depth), (0, 1)) == 2**depth


@given(st.floats(-2, 2), st.integers(1, 8))
def test_network_is_the_tent(x: float, depth: int) -> None:
    a = tent_network(depth).forward([[x]])

    assert a == pytest.approx(tent(x, depth), abs=1e-12)


@given(seeds)
def test_one_hidden_layer_bends_once_for_each_neuron(seed: int) -> None:
    rng = np.random.default_rng(seed)
    w, b = rng.normal(size=(2, rng.integers(1, 12)))
    network = MLP.from_layers([Dense(w[:, None], b, "relu"), Dense([np.ones_like(w)], [0.5])])

    inside = np.abs(-b / w) < 1

    assert count_pieces(network, (-1, 1)) == 1 + inside.sum() <= w.size + 1


@pytest.mark.parametrize("activation", ["relu", "leaky_relu", "prelu"])
@pytest.mark.parametrize("seed", range(10))
def test_two_ways_of_counting_agree(activation: str, seed: int) -> None:
    network = MLP([1, 5, 4, 1], activation, initialization=1.0, seed=seed)
    network = network.with_parameters({"b1": np.random.default_rng(seed).normal(size=5)})

    on_grid = count_pieces(lambda x: network.forward(x[:, None])[:, 0], (-3, 3), n=200_001)

    assert count_pieces(network, (-3, 3)) == on_grid


def net(w: Any, b: Any, outgoing: Any) -> MLP:
    """Return a network of one hidden ReLU layer."""
    hidden = Dense(np.reshape(w, (-1, 1)), b, "relu")
    return MLP.from_layers([hidden, Dense([outgoing], [0.0])])


@pytest.mark.parametrize(
    ("place", "interval"), [(990.1, (0, 1000)), (-990.1, (-1000, 0)), (0.1, (-1, 1))]
)
def test_neurons_that_bend_at_one_place_count_once(
    place: float, interval: tuple[float, float]
) -> None:
    w = 0.1 * np.arange(1, 30)  # rounding puts their bends at several neighbouring numbers

    assert count_pieces(net(w, -w * place, w), interval) == 2


def test_bends_that_cancel_do_not_count() -> None:
    w, b = [1.0, -1.0], [0.0, 0.0]

    assert count_pieces(net(w, b, [1.0, 1.0]), (-1, 1)) == 2  # |x|
    assert count_pieces(net(w, b, [1.0, -1.0]), (-1, 1)) == 1  # x
    assert count_pieces(net(w, b, [-1.0, 1.0]), (-1, 1)) == 1  # -x
    assert count_pieces(net(w, b, [0.0, 0.0]), (-1, 1)) == 1


def test_bends_that_cancel_but_for_rounding_do_not_count() -> None:
    w, b = [1.0, 1.0, -1.0, 1.0], [0.0, 0.0, 0.0, -0.5]
    almost = 1000.1 - 1000  # larger than 0.1 by 2e-14

    network = net(w, b, [1000.1, -1000.0, -0.1, -almost])  # 0.1 x, level from 0.5 on

    assert almost != 0.1
    assert count_pieces(network, (-1, 1)) == 2


@pytest.mark.parametrize("scale", [1e-20, 1e-8, 1.0, 1e8, 1e20])
def test_pieces_do_not_depend_on_the_scale(scale: float) -> None:
    network = net([1.0, 2.0, -3.0], [-0.1, -0.5, 0.4], np.array([0.3, -0.7, 1.3]) * scale)

    assert count_pieces(network, (-1, 1)) == 4
    assert count_pieces(lambda x: scale * np.abs(x - 0.1234), (-1, 1)) == 2


def test_output_neuron_may_bend_as_well() -> None:
    assert count_pieces(MLP.from_layers([Dense([[2.0]], [-1.0], "relu")]), (0, 1)) == 2
    assert count_pieces(MLP.from_layers([Dense([[2.0]], [-1.0])]), (0, 1)) == 1


def test_constant_network_is_one_piece() -> None:
    assert count_pieces(MLP([1, 3, 1], initialization="zero"), (0, 1)) == 1


def test_pieces_are_those_of_the_interval() -> None:
    assert count_pieces(tent_network(3), (0.25, 0.5)) == 2
    assert count_pieces(tent_network(3), (0.3, 0.6)) == 3


def test_pieces_shorter_than_any_grid_count() -> None:
    knots = [0.0, 1e-7, 2e-7, 1.0]
    network = relu_interpolant(lambda x: np.array([0.0, 1.0, 0.0, 3.0])[: x.size], knots)

    assert count_pieces(network, (0, 1)) == 3


@pytest.mark.parametrize(("n", "pieces"), [(10, 2), (11, 2), (12, 2), (1000, 2)])
def test_bend_on_or_between_grid_points(n: int, pieces: int) -> None:
    assert count_pieces(np.abs, (-1.0, 1.0), n=n) == pieces


@pytest.mark.parametrize("slope", [-3.0, 0.0, 3.0])
def test_straight_line_on_the_coarsest_grid(slope: float) -> None:
    assert count_pieces(lambda x: slope * x, (-1.0, 1.0), n=4) == 1


@pytest.mark.parametrize(("bend", "near"), [(1.5, 1), (8.5, 9)])
def test_piece_at_an_end_must_be_long_too(bend: float, near: int) -> None:
    with pytest.raises(ValueError, match=rf"near x = {near} .* try n=41"):
        count_pieces(lambda x: np.abs(x - bend), (0.0, 10.0), n=11)
    assert count_pieces(lambda x: np.abs(x - bend), (0.0, 10.0), n=41) == 2


def test_curved_function_is_refused() -> None:
    with pytest.raises(ValueError, match=r"near x = -0.8 the function is curved.* try n=41"):
        count_pieces(np.sin, (-1.0, 1.0), n=11)


def test_piece_must_be_as_long_as_three_steps() -> None:
    def zigzag(x: Array) -> Array:
        return np.interp(x, [0, 4, 5.5, 10], [0, 4, 0, 4])

    with pytest.raises(ValueError, match=r"near x = 5 .* pieces shorter than three steps"):
        count_pieces(zigzag, (0.0, 10.0), n=11)
    assert count_pieces(zigzag, (0.0, 10.0), n=21) == 3


@pytest.mark.parametrize(
    ("network", "words"),
    [
        (MLP([1, 2, 1], "tanh"), "the network has tanh neurons, whose pieces are not known"),
        (MLP([2, 2, 1]), "one input and one output, got layer sizes (2, 2, 1)"),
        (MLP([1, 2, 3]), "got layer sizes (1, 2, 3)"),
    ],
)
def test_networks_whose_pieces_cannot_be_counted(network: MLP, words: str) -> None:
    with pytest.raises(ValueError, match=re.escape(words)):
        count_pieces(network, (0, 1))


def test_sup_error_is_the_largest_distance() -> None:
    assert sup_error(lambda x: x, lambda x: 3 * x, (-1.0, 0.5)) == 2
    assert sup_error(lambda x: 3 * x, lambda x: x, (-0.5, 1.0)) == 2


@pytest.mark.parametrize(("n", "error"), [(2, 0), (3, 1), (4, 8 / 9), (10_001, 1)])
def test_sup_error_looks_at_a_grid_with_both_ends(n: int, error: float) -> None:
    assert sup_error(lambda x: x**2, lambda _: 1, (-1.0, 1.0), n) == pytest.approx(error)


def test_grids_have_10001_points_unless_told() -> None:
    seen = []

    def watched(x: Array) -> Array:
        seen.append(x)
        return x

    sup_error(watched, watched, (-1, 1))
    count_pieces(watched, (-1, 1))

    assert [x.size for x in seen] == [10_001] * 3


def test_two_sizes_are_enough_for_a_slope() -> None:
    assert error_slope([10, 20], [0.4, 0.1]) == pytest.approx(-2)


@given(st.floats(-4, 4), st.floats(0.01, 100))
def test_slope_is_the_exponent_of_a_power_law(power: float, factor: float) -> None:
    n_units = np.array([3, 10, 50, 60])

    assert error_slope(n_units, factor * n_units**power) == pytest.approx(power, abs=1e-9)


def test_slope_is_that_of_the_least_squares_line() -> None:
    n_units, errors = [1, 2, 4, 16], [1.0, 0.7, 0.1, 0.2]

    expected = np.polyfit(np.log(n_units), np.log(errors), 1)[0]

    assert error_slope(n_units, errors) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize(
    ("n_units", "errors", "words"),
    [
        ([1, 2, 3], [1, 2], "two rows of the same length, got shapes (3,) and (2,)"),
        ([[1, 2]], [[1, 2]], "got shapes (1, 2) and (1, 2)"),
        (4, 1.0, "got shapes () and ()"),
        ([4, 4], [1, 2], "at least two different sizes, got [4, 4]"),
        ([], [], "at least two different sizes, got []"),
        ([1, 2], [1, 0], "errors must be positive for a logarithmic scale, but one is 0"),
        ([1, 2], [1, -3], "but one is -3"),
        ([0, 2], [1, 2], "n_units must be positive for a logarithmic scale, but one is 0"),
        ([1, 2], [1, np.nan], "errors must hold finite numbers, but errors[1] is nan"),
    ],
)
def test_slope_needs_two_sizes_and_positive_errors(
    n_units: Any, errors: Any, words: str
) -> None:
    with pytest.raises(ValueError, match=re.escape(words)):
        error_slope(n_units, errors)
