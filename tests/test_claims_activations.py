"""The experiments on activations, against arithmetic done by hand."""

from __future__ import annotations

from math import e, exp

import numpy as np
import pytest

from course_utils.activations import leaky_relu, relu, sigmoid, softmax, tanh
from course_utils.claims import FIRST, measure
from course_utils.claims.experiments.activations import _between, _from_sigmoids, _lowest
from course_utils.claims.experiments.activations_with_parameters import (
    _n_directions,
    _share_indifferent,
)
from course_utils.network import MLP, Dense

TWO = FIRST[:2]


def test_a_shuffle_tells_what_looks_at_one_number_from_what_looks_at_more() -> None:
    assert _share_indifferent(relu, TWO) == 1
    assert _share_indifferent(softmax, TWO) == 0


def test_a_gate_of_one_half_mixes_and_one_of_two_overshoots() -> None:
    old, new = np.array([0.0, 4.0]), np.array([1.0, 2.0])

    assert _between(np.array([0.5, 0.5]), old, new) == 1
    assert _between(np.array([0.5, 2.0]), old, new) == 0.5


def test_one_tanh_is_twice_a_sigmoid_minus_one() -> None:
    network = MLP.from_layers([Dense([[1.0]], [0.5], "tanh"), Dense([[3.0]], [7.0])])

    hidden, output = _from_sigmoids(network).layers

    assert (hidden.W.item(), hidden.b.item()) == (2, 1)
    assert (output.W.item(), output.b.item()) == (6, 4)


def test_the_lowest_point_is_found_with_its_place() -> None:
    z = np.array([-1.0, 0.0, 1.0])

    assert _lowest(np.array([2.0, 1.0, 3.0]), z) == (1.0, 0.0, True)
    assert _lowest(np.array([0.0, 0.0, 3.0]), z) == (0.0, -1.0, False)


def test_silu_is_lowest_where_its_slope_is_0() -> None:
    table = measure(59).table
    z = float(table["at"][table["activation"].index("silu")])

    assert 1 + z * float(sigmoid(-z)) == pytest.approx(0, abs=1e-3)
    assert measure(59).values["lowest output of SiLU"] == pytest.approx(z + 1, abs=1e-4)


def test_a_function_of_one_sum_has_gradients_in_one_direction() -> None:
    X = np.random.default_rng(0).standard_normal((30, 3))

    assert _n_directions(lambda X: tanh(X @ [[1.0], [2.0], [0.0]]), X) == 1
    assert _n_directions(lambda X: X[:, :1] * X[:, 1:2], X) == 2


def test_the_sigmoid_falls_off_as_e_to_the_minus_z() -> None:
    values = measure(23).values

    assert values["output at -40"] == pytest.approx(exp(-40), rel=1e-12)
    assert values["output at -700"] == pytest.approx(e**-700, rel=1e-12)


def test_the_gradient_of_row_27_falls_from_the_last_layer_to_the_first() -> None:
    table = measure(27, TWO).table
    sizes = dict(
        zip(
            zip(table["activation"], table["hidden layer"], strict=True),
            table["mean size of the gradient"],
            strict=True,
        )
    )

    falling = [float(sizes["sigmoid", n]) for n in range(9, 0, -1)]
    assert falling == sorted(falling, reverse=True)
    assert float(sizes["tanh", 1]) > 1000 * falling[-1]


def test_for_an_alpha_of_2_leaky_relu_is_the_smaller_of_two_not_the_larger() -> None:
    z = np.array([-1.0, 1.0])

    assert leaky_relu(z, 2.0) == pytest.approx(np.minimum(z, 2 * z))
    assert (
        measure(48, TWO).values["numbers where max(z, alpha z) is wrong for alpha above 1"] == 1
    )


def test_row_55_counts_what_the_formula_says() -> None:
    table = measure(55, TWO).table
    n_in, hidden, n_out = (int(n) for n in str(table["sizes"][0]).split("-"))

    layer, output = hidden * (n_in + 1), n_out * (hidden + 1)
    assert table["network"][0] == pytest.approx((2 * layer + output) / (layer + output))
