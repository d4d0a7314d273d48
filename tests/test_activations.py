"""Activation functions: values, slopes, tails, and the table that lists them."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.neural_network._base import ACTIVATIONS as SKLEARN

from course_utils.activations import (
    ACTIVATIONS,
    get_activation,
    identity,
    relu,
    sigmoid,
    tanh,
)

finite = st.floats(allow_nan=False, allow_infinity=False)
moderate = st.floats(-300, 300)
every_name = pytest.mark.parametrize("name", sorted(ACTIVATIONS))
SKLEARN_NAME = {"sigmoid": "logistic"}


def exact_sigmoid(z: float) -> float:
    return float(1 / (1 + (-Decimal(z)).exp()))


@every_name
def test_function_agrees_with_scikit_learn(name: str) -> None:
    z = np.linspace(-20, 20, 101).reshape(1, -1)
    expected = z.copy()

    SKLEARN[SKLEARN_NAME.get(name, name)](expected)

    assert ACTIVATIONS[name](z) == pytest.approx(expected, rel=1e-14, abs=1e-300)


@given(st.floats(-700, 700))
def test_sigmoid_is_exact_in_both_tails(z: float) -> None:
    assert sigmoid(z) == pytest.approx(exact_sigmoid(z), rel=1e-14)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_sigmoid_reaches_0_and_1_without_a_warning(dtype: type) -> None:
    a = sigmoid(np.array([-1e4, 1e4, -np.inf, np.inf], dtype=dtype))

    assert a.tolist() == [0.0, 1.0, 0.0, 1.0]


@given(finite)
def test_sigmoid_is_quiet_even_where_numpy_is_told_to_raise(z: float) -> None:
    with np.errstate(all="raise"):
        assert 0 <= sigmoid(z) <= 1


def test_sigmoid_rounds_to_one_from_37_on() -> None:  # ledger row 22
    assert sigmoid(36.0) < 1
    assert sigmoid(37.0) == 1


def test_sigmoid_of_minus_40_is_tiny_but_not_0() -> None:  # ledger row 23
    assert 0 < sigmoid(-40.0) < 1e-17


@given(moderate)
def test_tanh_is_a_stretched_sigmoid(z: float) -> None:  # ledger row 36
    assert tanh(z) == pytest.approx(2 * sigmoid(2 * z) - 1, abs=1e-14)


@given(finite)
def test_relu_is_the_larger_of_0_and_z(z: float) -> None:
    assert relu(z) == max(0.0, z)


@every_name
@given(z=st.floats(-8, 8))
def test_derivative_is_the_slope_of_the_function(name: str, z: float) -> None:
    if name == "relu" and abs(z) < 1e-3:
        return  # the kink has no slope
    function, step = ACTIVATIONS[name].function, 1e-5
    slope = (function(z + step) - function(z - step)) / (2 * step)

    assert ACTIVATIONS[name].derivative(z) == pytest.approx(slope, rel=1e-4, abs=1e-9)


def test_relu_has_slope_0_at_its_kink() -> None:
    assert ACTIVATIONS["relu"].derivative([-1.0, 0.0, 1.0]).tolist() == [0, 0, 1]


@pytest.mark.parametrize(("name", "z", "slope"), [("sigmoid", 50, 50), ("tanh", 25, 50)])
def test_slopes_do_not_round_to_0_in_the_right_tail(name: str, z: float, slope: float) -> None:
    factor = 4 if name == "tanh" else 1
    assert ACTIVATIONS[name].derivative(z) == pytest.approx(factor * np.exp(-slope), rel=1e-9)


@given(z=finite)
@every_name
def test_slopes_are_quiet_and_between_0_and_1(name: str, z: float) -> None:
    assert 0 <= ACTIVATIONS[name].derivative(z) <= 1


@every_name
def test_mean_says_whether_zero_centred(name: str) -> None:  # ledger rows 29 and 35
    z = np.linspace(-5, 5, 1001)
    assert (abs(ACTIVATIONS[name](z).mean()) < 1e-12) == ACTIVATIONS[name].zero_centred


@every_name
def test_slope_vanishes_exactly_where_the_table_says_so(name: str) -> None:
    left, right = ACTIVATIONS[name].derivative([-40.0, 40.0]) < 1e-6
    sides = tuple(side for side, flat in [("left", left), ("right", right)] if flat)

    assert sides == ACTIVATIONS[name].saturates


@every_name
@given(z=finite)
def test_activations_stay_within_the_range(name: str, z: float) -> None:
    low, high = ACTIVATIONS[name].range
    assert low <= ACTIVATIONS[name](z) <= high


@every_name
@pytest.mark.parametrize("part", ["function", "derivative"])
@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
def test_precision_and_shape_stay(name: str, part: str, dtype: type) -> None:
    a = getattr(ACTIVATIONS[name], part)(np.zeros((2, 3), dtype=dtype))

    assert (a.dtype, a.shape) == (dtype, (2, 3))


@every_name
@pytest.mark.parametrize("part", ["function", "derivative"])
def test_one_number_gives_one_number(name: str, part: str) -> None:
    assert isinstance(getattr(ACTIVATIONS[name], part)(2), np.float64)


@every_name
def test_input_keeps_its_values(name: str) -> None:
    z = np.array([-1.0, 0.0, 2.0])

    ACTIVATIONS[name](z)[:] = 7
    ACTIVATIONS[name].derivative(z)[:] = 7

    assert z.tolist() == [-1, 0, 2]


@every_name
def test_nan_is_passed_on(name: str) -> None:
    assert np.isnan(ACTIVATIONS[name](np.nan))


@pytest.mark.parametrize("function", [sigmoid, tanh, relu, identity])
@pytest.mark.parametrize("wrong", [["a"], [1j], [None]])
def test_what_is_not_a_real_number_is_refused(function: object, wrong: list[object]) -> None:
    with pytest.raises(TypeError, match=r"z must hold real numbers, got .* shape \(1,\)"):
        function(wrong)  # type: ignore[operator]


def test_activations_are_found_by_name() -> None:
    assert get_activation("relu").function is relu


@pytest.mark.parametrize(
    ("name", "advice"),
    [("ReLU", "did you mean 'relu'"), ("xyz", "choose one of sigmoid, tanh, relu, identity")],
)
def test_an_unknown_name_gets_advice(name: str, advice: str) -> None:
    with pytest.raises(ValueError, match=advice):
        get_activation(name)


def test_table_cannot_be_changed() -> None:
    with pytest.raises(TypeError, match="does not support item assignment"):
        ACTIVATIONS["relu"] = ACTIVATIONS["tanh"]  # type: ignore[index]
