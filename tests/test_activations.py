"""What holds for every activation of the table, and the classics one by one."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.neural_network._base import ACTIVATIONS as SKLEARN

from course_utils.activations import ACTIVATIONS, identity, relu, sigmoid, tanh

finite = st.floats(allow_nan=False, allow_infinity=False)
moderate = st.floats(-300, 300)
every_name = pytest.mark.parametrize("name", sorted(ACTIVATIONS))
both_parts = pytest.mark.parametrize("part", ["function", "derivative"])
single_and_double = pytest.mark.parametrize("dtype", [np.float32, np.float64])
SKLEARN_NAME = {"sigmoid": "logistic"}
KINKED = ("relu", "leaky_relu", "elu")
RISING = ("sigmoid", "tanh", "relu", "leaky_relu", "elu", "softplus", "identity")
EXTREMES = [-np.inf, -1e30, -1e4, -1e-30, 0.0, 1e-30, 1e4, 1e30, np.inf]


def exact_sigmoid(z: float) -> float:
    return float(1 / (1 + (-Decimal(z)).exp()))


@pytest.mark.parametrize("name", ["sigmoid", "tanh", "relu", "identity"])
def test_function_agrees_with_scikit_learn(name: str) -> None:
    z = np.linspace(-20, 20, 101).reshape(1, -1)
    expected = z.copy()

    SKLEARN[SKLEARN_NAME.get(name, name)](expected)

    assert ACTIVATIONS[name](z) == pytest.approx(expected, rel=1e-14, abs=1e-300)


@given(st.floats(-700, 700))
def test_sigmoid_is_exact_in_both_tails(z: float) -> None:
    assert sigmoid(z) == pytest.approx(exact_sigmoid(z), rel=1e-14, abs=0)


@single_and_double
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


@given(finite)
def test_sigmoid_of_both_signs_adds_up_to_1(z: float) -> None:
    assert sigmoid(z) + sigmoid(-z) == pytest.approx(1, rel=2e-15, abs=0)


@given(finite)
def test_tanh_is_odd(z: float) -> None:
    assert tanh(-z) == -tanh(z)


@given(moderate)
def test_tanh_is_a_stretched_sigmoid(z: float) -> None:  # ledger row 36
    assert tanh(z) == pytest.approx(2 * sigmoid(2 * z) - 1, abs=1e-14)


@given(finite)
def test_relu_is_the_larger_of_0_and_z(z: float) -> None:
    assert relu(z) == max(0.0, z)


@given(finite)
def test_identity_changes_nothing(z: float) -> None:
    assert identity(z) == z


@every_name
@given(z=st.floats(-8, 8))
def test_derivative_is_the_slope_of_the_function(name: str, z: float) -> None:
    if name in KINKED and abs(z) < 1e-3:
        return  # a kink, or for ELU a jump of the second derivative
    function, step = ACTIVATIONS[name].function, 1e-5
    slope = (function(z + step) - function(z - step)) / (2 * step)

    assert ACTIVATIONS[name].derivative(z) == pytest.approx(slope, rel=1e-4, abs=1e-9)


@pytest.mark.parametrize(("name", "z", "slope"), [("sigmoid", 50, 50), ("tanh", 25, 50)])
def test_slopes_do_not_round_to_0_in_the_right_tail(name: str, z: float, slope: float) -> None:
    factor = 4 if name == "tanh" else 1
    assert ACTIVATIONS[name].derivative(z) == pytest.approx(
        factor * np.exp(-slope), rel=1e-9, abs=0
    )


@pytest.mark.parametrize("name", RISING)
@given(z=st.lists(finite, min_size=2, max_size=2).map(sorted))
def test_a_larger_input_gives_no_smaller_output(name: str, z: list[float]) -> None:
    low, high = ACTIVATIONS[name](z)

    assert low <= high or low == pytest.approx(high, rel=4e-15, abs=0)


@pytest.mark.parametrize("name", ["gelu", "gelu_tanh", "silu"])
def test_the_gated_ones_fall_before_they_rise(name: str) -> None:  # ledger row 59
    far, dip, zero = ACTIVATIONS[name]([-4.0, -1.0, 0.0])

    assert dip < far < zero == 0


@every_name
@both_parts
@given(z=finite)
def test_every_finite_input_gives_a_finite_output_in_silence(
    name: str, part: str, z: float
) -> None:
    with np.errstate(all="raise", under="ignore"):  # NumPy ignores underflow by itself
        assert np.isfinite(getattr(ACTIVATIONS[name], part)(z))


@every_name
@given(z=finite)
def test_slopes_are_at_most_a_little_steeper_than_1(name: str, z: float) -> None:
    assert -0.13 < ACTIVATIONS[name].derivative(z) < 1.13


@every_name
@single_and_double
def test_far_out_only_the_straight_ones_grow(name: str, dtype: type) -> None:
    a = ACTIVATIONS[name](np.array(EXTREMES, dtype))

    low, high = ACTIVATIONS[name].range
    assert a[-3:] == pytest.approx(np.array(EXTREMES[-3:], dtype) if high > 1 else 1)
    assert (abs(a[:3]) <= 1).all() == (low > -np.inf)


@every_name
@single_and_double
def test_slopes_far_out_are_flat_or_straight(name: str, dtype: type) -> None:
    slopes = ACTIVATIONS[name].derivative(np.array(EXTREMES, dtype))

    activation = ACTIVATIONS[name]
    left = 0 if "left" in activation.saturates else activation.alpha or 1
    assert slopes[:3] == pytest.approx(left)
    assert slopes[-3:].tolist() == [0 if "right" in activation.saturates else 1] * 3


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
    last_digits = 0 if low in (0, -1, -np.inf) else 4e-16
    assert low - last_digits <= ACTIVATIONS[name](z) <= high


@every_name
def test_each_number_is_treated_alone(name: str) -> None:  # ledger row 21
    z = np.random.default_rng(0).normal(size=(4, 5))

    each = [[ACTIVATIONS[name](number) for number in row] for row in z]

    assert ACTIVATIONS[name](z) == pytest.approx(np.array(each), rel=1e-14, abs=0)


@every_name
@both_parts
@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
@pytest.mark.parametrize("shape", [(2, 3), (), (0,), (2, 0, 1)])
def test_precision_and_shape_stay(
    name: str, part: str, dtype: type, shape: tuple[int, ...]
) -> None:
    a = getattr(ACTIVATIONS[name], part)(np.zeros(shape, dtype=dtype))

    assert (a.dtype, a.shape) == (dtype, shape)


@every_name
@both_parts
@pytest.mark.parametrize("number", [2, 2.0, True, np.float64(2), np.array(2.0)])
def test_one_number_gives_one_number(name: str, part: str, number: float) -> None:
    assert isinstance(getattr(ACTIVATIONS[name], part)(number), np.float64)


@every_name
@both_parts
def test_layout_in_memory_does_not_matter(name: str, part: str) -> None:
    function = getattr(ACTIVATIONS[name], part)
    z = np.linspace(-3, 3, 24).reshape(4, 6)

    assert function(z.T[::-1, ::2]) == pytest.approx(function(z).T[::-1, ::2], rel=1e-14, abs=0)


@every_name
@both_parts
def test_input_keeps_its_values(name: str, part: str) -> None:
    z = np.array([-1.0, 0.0, 2.0])
    z.flags.writeable = False

    getattr(ACTIVATIONS[name], part)(z)[:] = 7

    assert z.tolist() == [-1, 0, 2]


@every_name
@pytest.mark.parametrize("shape", [(), (3,)])
def test_nan_is_passed_on(name: str, shape: tuple[int, ...]) -> None:
    assert np.isnan(ACTIVATIONS[name](np.full(shape, np.nan))).all()


@pytest.mark.parametrize("name", sorted({*ACTIVATIONS} - {"identity"}))
def test_slope_at_nan_is_nan(name: str) -> None:
    assert np.isnan(ACTIVATIONS[name].derivative([np.nan])).all()


@every_name
@both_parts
@pytest.mark.parametrize("wrong", [["a"], [1j], [None]])
def test_what_is_not_a_real_number_is_refused(name: str, part: str, wrong: list[str]) -> None:
    with pytest.raises(TypeError, match=r"^z must hold real numbers, got .* shape \(1,\)"):
        getattr(ACTIVATIONS[name], part)(wrong)
