"""The rectifiers: ReLU, leaky ReLU and ELU for any alpha, and PReLU with its own."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_utils.activations import (
    ACTIVATIONS,
    elu,
    get_activation,
    leaky_relu,
    prelu,
    prelu_alpha_slope,
    prelu_slope,
    relu,
)

finite = st.floats(allow_nan=False, allow_infinity=False)
alphas = st.one_of(st.floats(-4, 4), st.sampled_from([0.0, -1.0, 1.0, 1e-300, 1e300]))
with_alpha = pytest.mark.parametrize("name", ["leaky_relu", "elu"])


@pytest.mark.parametrize("name", ["relu", "leaky_relu", "elu"])
def test_slope_at_the_kink_is_that_of_the_left(name: str) -> None:
    left = {"relu": 0, "leaky_relu": 0.01, "elu": 1}[name]
    assert ACTIVATIONS[name].derivative([-0.0, 0.0, 5e-324]).tolist() == [left, left, 1]


def test_slopes_of_relu_by_hand() -> None:
    assert ACTIVATIONS["relu"].derivative([-1.0, 0.5, 1.0, 7.0]).tolist() == [0, 1, 1, 1]


def test_leaky_relu_leaks_one_percent() -> None:
    assert leaky_relu([-200.0, 0.0, 3.0]).tolist() == [-2, 0, 3]


@given(z=finite, alpha=alphas)
def test_leaky_relu_is_two_straight_lines(z: float, alpha: float) -> None:
    with np.errstate(all="raise", under="ignore"):
        assert leaky_relu(z, alpha) == (z if z > 0 else alpha * z)


@pytest.mark.parametrize(
    ("alpha", "expected"),
    [
        (0.0, [0, 0, 0, 3, np.inf]),
        (0.5, [-np.inf, -2, 0, 3, np.inf]),
        (1.0, [-np.inf, -4, 0, 3, np.inf]),
        (2.0, [-np.inf, -8, 0, 3, np.inf]),  # max(z, alpha * z) would give 6 for 3
        (-1.0, [np.inf, 4, 0, 3, np.inf]),
    ],
)
def test_leaky_relu_for_any_alpha(alpha: float, expected: list[float]) -> None:
    z = [-np.inf, -4.0, 0.0, 3.0, np.inf]

    assert leaky_relu(z, alpha).tolist() == expected
    assert prelu(z, alpha).tolist() == expected


@given(z=finite, alpha=st.floats(0, 1))
def test_leaky_relu_lies_between_relu_and_identity(z: float, alpha: float) -> None:
    assert z <= leaky_relu(z, alpha) <= max(z, 0.0)


def test_a_leak_too_small_for_single_precision_is_none() -> None:
    assert leaky_relu(np.array([-np.inf, np.inf], np.float32), 1e-60).tolist() == [0, np.inf]


def test_elu_levels_off_at_minus_alpha() -> None:
    assert elu([-1e4, -np.inf, 0.0, 2.0], alpha=1.5).tolist() == [-1.5, -1.5, 0, 2]


def test_elu_is_alpha_times_exp_minus_1() -> None:
    assert elu(-np.log(2)) == pytest.approx(-0.5, rel=4e-15, abs=0)
    assert elu(-np.log(4), alpha=2) == pytest.approx(-1.5, rel=4e-15, abs=0)


@with_alpha
@pytest.mark.parametrize("alpha", [-0.5, 0.3, 2.5])
def test_slopes_with_another_alpha(name: str, alpha: float) -> None:
    activation, z = get_activation(name, alpha=alpha), np.array([-3.0, -0.5, 0.5, 3.0])
    step = 1e-6

    rise = activation(z + step) - activation(z - step)
    assert activation.derivative(z) == pytest.approx(rise / (2 * step), rel=1e-8, abs=0)


@with_alpha
def test_slope_to_the_right_is_exactly_1_for_any_alpha(name: str) -> None:
    activation = get_activation(name, alpha=1e20)
    assert activation.derivative([2.0, -np.log(2)]).tolist()[0] == 1


@pytest.mark.parametrize("function", [leaky_relu, elu, prelu, prelu_slope])
@pytest.mark.parametrize("alpha", [0.25, 2, np.float64(0.5), np.array(-1)])
def test_alpha_leaves_the_precision_alone(function: Any, alpha: float) -> None:
    z = np.array([[1, -2]], np.float32)

    assert function(z, alpha).dtype == np.float32
    assert function(z[0, 1], alpha).dtype == np.float32


@pytest.mark.parametrize("function", [leaky_relu, elu])
@pytest.mark.parametrize(
    ("z", "alpha", "error", "words"),
    [
        (1.0, np.nan, ValueError, r"^alpha must be a finite number \(as float64\), got nan"),
        (1.0, -np.inf, ValueError, r"^alpha must be a finite number \(as float64\), got -inf"),
        (np.float32(1), 1e39, ValueError, r"finite number \(as float32\), got 1e\+39"),
        (1.0, [1.0, 2.0], TypeError, r"^alpha must be one number, got .* shape \(2,\)"),
        (1.0, "a", TypeError, r"^alpha must hold real numbers"),
        ("a", 1.0, TypeError, r"^z must hold real numbers"),
    ],
)
def test_alpha_must_be_one_finite_number(
    function: Any, z: Any, alpha: Any, error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        function(z, alpha)


@given(z=finite, alpha=alphas)
def test_prelu_with_one_alpha_is_a_leaky_relu(z: float, alpha: float) -> None:
    assert prelu(z, alpha) == leaky_relu(z, alpha)


def test_prelu_has_a_slope_for_each_unit() -> None:  # ledger row 51
    z, alpha = np.array([[-2.0, -2.0, -2.0], [3.0, 3.0, 0.0]]), [0.5, 0.0, -1.0]

    assert prelu(z, alpha).tolist() == [[-1, 0, 2], [3, 3, 0]]
    assert prelu_slope(z, alpha).tolist() == [[0.5, 0, -1], [1, 1, -1]]


def test_prelu_is_not_a_fixed_operation_on_one_number() -> None:  # ledger row 21
    first, second = prelu([-1.0, -1.0], [0.5, 0.25])
    assert first != second


@pytest.mark.parametrize("shape", [(3,), (2, 3), (4, 2, 3), (0, 3)])
def test_prelu_takes_units_along_the_last_axis(shape: tuple[int, ...]) -> None:
    z, alpha = np.full(shape, -2.0), np.array([1.0, 2.0, 3.0])

    assert (prelu(z, alpha) == np.broadcast_to(-2 * alpha, shape)).all()
    assert (prelu_slope(z, alpha) == np.broadcast_to(alpha, shape)).all()


@given(z=st.floats(-8, 8), alpha=st.floats(-4, 4))
def test_slope_by_alpha_is_what_alpha_multiplies(z: float, alpha: float) -> None:
    step = 1e-4
    slope = (prelu(z, alpha + step) - prelu(z, alpha - step)) / (2 * step)

    assert prelu_alpha_slope(z) == pytest.approx(slope, abs=1e-9)


def test_slope_by_alpha_by_hand() -> None:
    slope = prelu_alpha_slope(np.array([-np.inf, -2, 0, 3, np.inf], np.float32))

    assert slope.tolist() == [-np.inf, -2, 0, 0, 0]
    assert slope.dtype == np.float32


def test_prelu_passes_nan_on_even_with_alpha_0() -> None:
    assert np.isnan(prelu([np.nan, np.nan], [0.0, 1.0])).all()
    assert np.isnan(prelu_slope([np.nan, np.nan], [0.0, 1.0])).all()
    assert np.isnan(prelu_alpha_slope(np.nan))


def test_prelu_at_infinity_with_alpha_0_is_flat() -> None:
    assert prelu([-np.inf, -np.inf], [0.0, 0.5]).tolist() == [0, -np.inf]


@given(z=finite, alpha=finite)
def test_prelu_is_quiet(z: float, alpha: float) -> None:
    with np.errstate(all="raise"):
        assert not np.isnan(prelu([z], [alpha])).any()
        assert not np.isnan(prelu_slope([z], [alpha])).any()


def test_prelu_changes_neither_input() -> None:
    z, alpha = np.array([-1.0, 1.0]), np.array([0.5, 0.0])
    z.flags.writeable = alpha.flags.writeable = False

    prelu(z, alpha)[:] = 9
    prelu_slope(z, alpha)[:] = 9
    prelu_alpha_slope(z)[:] = 9

    assert (z.tolist(), alpha.tolist()) == ([-1, 1], [0.5, 0])


@pytest.mark.parametrize("function", [prelu, prelu_slope])
@pytest.mark.parametrize(
    ("z", "alpha", "error", "words"),
    [
        ([[1.0, 2.0]], [1.0], ValueError, r"alpha of shape \(1,\) for z of shape \(1, 2\)"),
        (1.0, [1.0], ValueError, r"one for each unit .* shape \(1,\) for z of shape \(\)"),
        ([1.0], [[1.0]], ValueError, r"alpha of shape \(1, 1\) for z of shape \(1,\)"),
        (
            [1.0],
            [np.nan],
            ValueError,
            r"^alpha must hold finite numbers, but alpha\[0\] is nan",
        ),
        (np.array([1], np.float32), [1e39], ValueError, r"but alpha\[0\] is inf"),
        ([1.0], ["a"], TypeError, r"^alpha must hold real numbers"),
        (["a"], [1.0], TypeError, r"^z must hold real numbers"),
    ],
)
def test_prelu_refuses(
    function: Any, z: Any, alpha: Any, error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        function(z, alpha)


def test_slope_by_alpha_refuses_text() -> None:
    with pytest.raises(TypeError, match=r"^z must hold real numbers"):
        prelu_alpha_slope(["a"])


def test_relu_is_leaky_without_a_leak() -> None:
    z = np.linspace(-3, 3, 13)
    assert (leaky_relu(z, 0.0) == relu(z)).all()
