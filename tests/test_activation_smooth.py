"""The smooth ones: softplus, SiLU, GELU and its approximation; and long arrays in blocks."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_utils._arrays import Array
from course_utils.activations import (
    ACTIVATIONS,
    gelu,
    gelu_tanh,
    relu,
    sigmoid,
    silu,
    softplus,
)
from course_utils.activations._blocks import BLOCK, in_blocks
from course_utils.activations._normal import DOUBLE, SINGLE, _polynomial, normal_gate

finite = st.floats(allow_nan=False, allow_infinity=False)
moderate = st.floats(-300, 300)
gated = pytest.mark.parametrize("name", ["gelu", "gelu_tanh", "silu"])


def readable_gelu(z: float) -> float:
    return z * math.erfc(-z / math.sqrt(2)) / 2


@given(st.floats(-5, 40))
def test_fast_gelu_agrees_with_the_readable_formula(z: float) -> None:
    assert gelu(z) == pytest.approx(readable_gelu(z), rel=2e-14, abs=1e-300)


@given(st.floats(0, 37.4))
def test_tail_agrees_with_erfc(x: float) -> None:
    tail, _ = normal_gate(np.array([x]))

    # To round x / sqrt(2) changes the right side by x**2 units in the last place.
    expected = math.erfc(x / math.sqrt(2)) / 2
    assert tail[0] == pytest.approx(expected, rel=2e-15 + 2.3e-16 * x * x, abs=0)


@pytest.mark.parametrize(("fit", "error"), [(DOUBLE, 2e-14), (SINGLE, 1e-7)])
def test_the_polynomial_follows_the_ratio_of_tail_and_bell(
    fit: tuple[int, float], error: float
) -> None:
    highest_first = _polynomial.__wrapped__(*fit)  # fitted anew, whoever needed it before

    for x in np.linspace(0, fit[1], 40):
        s = 8 / (4 + x)
        expected = math.erfc(x / math.sqrt(2)) * math.exp(x * x / 2) / 2
        assert s * np.polyval(highest_first, s - 1) == pytest.approx(expected, rel=error)


def test_density_at_0_and_1() -> None:
    _, density = normal_gate(np.array([0.0, 1.0]))
    assert density == pytest.approx([0.3989422804014327, 0.24197072451914337], rel=4e-15, abs=0)


def test_gelu_of_1_is_the_famous_84_percent() -> None:  # ledger row 59
    assert gelu(1.0) == pytest.approx(0.841344746068543, rel=4e-15, abs=0)
    assert gelu_tanh(1.0) == pytest.approx(0.5 + 0.5 * math.tanh(0.797884560802865 * 1.044715))


def test_approximation_is_within_half_a_thousandth() -> None:  # ledger row 59
    z = np.linspace(-10, 10, 20001)
    assert 4.7e-4 < abs(gelu(z) - gelu_tanh(z)).max() < 4.8e-4


@given(moderate)
def test_silu_is_z_times_sigmoid(z: float) -> None:
    assert silu(z) == pytest.approx(z * sigmoid(z), rel=4e-15, abs=1e-300)


@gated
@given(z=finite)
def test_the_two_sides_differ_by_z(name: str, z: float) -> None:
    function = ACTIVATIONS[name].function
    assert function(z) - function(-z) == pytest.approx(z, rel=4e-15, abs=0)


@gated
@given(z=finite)
def test_slopes_of_the_two_sides_add_up_to_1(name: str, z: float) -> None:
    slope = ACTIVATIONS[name].derivative
    assert slope(z) + slope(-z) == pytest.approx(1, rel=4e-15, abs=0)


@gated
def test_a_gate_is_half_open_at_0(name: str) -> None:
    assert ACTIVATIONS[name](0.0) == 0
    assert ACTIVATIONS[name].derivative([0.0, -0.0]) == pytest.approx(0.5, rel=4e-15, abs=0)


@gated
@pytest.mark.parametrize("side", [-1, 1])
def test_the_table_knows_the_lowest_value(name: str, side: int) -> None:
    activation = ACTIVATIONS[name]
    place = {"gelu": -0.7517915247, "gelu_tanh": -0.7524614221, "silu": -1.2784645428}[name]

    assert activation(place) == pytest.approx(activation.range[0], rel=2e-15, abs=0)
    assert activation(place + side * 1e-4) > activation.range[0]
    assert activation.derivative(place) == pytest.approx(0, abs=1e-10)


def test_softplus_by_hand() -> None:
    assert softplus(math.log(3)) == pytest.approx(math.log(4), rel=4e-15, abs=0)
    assert softplus([-1e4, 1e4]).tolist() == [0, 10000]


@given(finite)
def test_softplus_lies_just_above_relu(z: float) -> None:
    assert relu(z) <= softplus(z) <= relu(z) + math.log(2)


@given(finite)
def test_slope_of_softplus_is_the_sigmoid(z: float) -> None:
    assert ACTIVATIONS["softplus"].derivative(z) == sigmoid(z)


@given(moderate)
def test_softplus_of_the_two_sides_differs_by_z(z: float) -> None:
    assert softplus(z) - softplus(-z) == pytest.approx(z, rel=1e-14, abs=1e-14)


@pytest.mark.parametrize("size", [BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK, 2 * BLOCK + 3])
def test_long_arrays_are_the_same_as_their_parts(size: int) -> None:
    z = np.linspace(-5, 5, size)

    a = gelu(z)

    assert a.shape == (size,)
    assert a[::997] == pytest.approx([readable_gelu(v) for v in z[::997]], rel=1e-13, abs=0)
    assert a[-1] == pytest.approx(readable_gelu(5.0), rel=1e-14, abs=0)


def test_blocks_are_flat_and_short() -> None:
    shapes = []

    def double(z: Array) -> Array:
        shapes.append(z.shape)
        return 2 * z

    z = np.arange(2.0 * BLOCK + 6).reshape(2, -1).T
    assert (in_blocks(double, z) == 2 * z).all()
    assert shapes == [(BLOCK,), (BLOCK,), (6,)]


def test_one_block_is_enough_for_a_short_array() -> None:
    shapes = []

    def keep(z: Array) -> Array:
        shapes.append(z.shape)
        return +z

    assert in_blocks(keep, np.zeros((BLOCK // 4, 4), np.float32)).dtype == np.float32
    assert shapes == [(BLOCK,)]
    assert in_blocks(keep, 3) == 3
