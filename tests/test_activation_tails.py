"""Every digit counts: activations and slopes against exact arithmetic, out to the tails."""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import MAX_EMAX, MIN_EMIN, Decimal, localcontext

import numpy as np
import pytest

from course_utils.activations import ACTIVATIONS

PI = Decimal("3.14159265358979323846264338327950288419716939937510582097494")
POINTS = [-700.0, -100.5, -30.0, -12.25, -5.0, -1.0, -0.3, -1e-5, 1e-5, 0.7, 2.0, 30.0, 700.0]
SINGLE_POINTS = [-80.0, -30.25, -9.5, -2.0, -0.3, -1e-5, 1e-5, 0.7, 2.0, 30.0, 80.0]


def sigmoid(z: Decimal) -> Decimal:
    return 1 / (1 + (-z).exp())


def elu(z: Decimal) -> Decimal:
    return z if z > 0 else z.exp() - 1


def gelu_tanh(z: Decimal) -> Decimal:
    return z * sigmoid((8 / PI).sqrt() * (z + Decimal("0.044715") * z**3))


EXACT: dict[str, Callable[[Decimal], Decimal]] = {
    "sigmoid": sigmoid,
    "tanh": lambda z: 2 * sigmoid(2 * z) - 1,
    "elu": elu,
    "gelu_tanh": gelu_tanh,
    "silu": lambda z: z * sigmoid(z),
    "softplus": lambda z: (1 + z.exp()).ln(),
}
every_name = pytest.mark.parametrize("name", sorted(EXACT))


def exact_value(name: str, z: float) -> float:
    with localcontext(prec=700, Emin=MIN_EMIN, Emax=MAX_EMAX):
        return float(EXACT[name](Decimal(z)))


def exact_slope(name: str, z: float) -> float:
    step = Decimal("1e-30")
    with localcontext(prec=700, Emin=MIN_EMIN, Emax=MAX_EMAX):
        rise = EXACT[name](Decimal(z) + step) - EXACT[name](Decimal(z) - step)
        return float(rise / (2 * step))


@every_name
@pytest.mark.parametrize("z", POINTS)
def test_values_to_the_last_digits(name: str, z: float) -> None:
    far = 1e-13 if name == "gelu_tanh" else 3e-15  # for its cube, rounded, is an exponent
    assert ACTIVATIONS[name](z) == pytest.approx(exact_value(name, z), rel=far, abs=1e-305)


@every_name
@pytest.mark.parametrize("z", POINTS)
def test_slopes_to_the_last_digits(name: str, z: float) -> None:
    expected = exact_slope(name, z)
    assert ACTIVATIONS[name].derivative(z) == pytest.approx(expected, rel=1e-13, abs=1e-305)


@every_name
@pytest.mark.parametrize("z", SINGLE_POINTS)
def test_values_in_single_precision(name: str, z: float) -> None:
    a = ACTIVATIONS[name](np.float32(z))

    far = 2e-5 if name == "gelu_tanh" else 5e-7
    expected = exact_value(name, float(np.float32(z)))
    assert float(a) == pytest.approx(expected, rel=far, abs=1e-37)


@every_name
@pytest.mark.parametrize("z", SINGLE_POINTS)
def test_slopes_in_single_precision(name: str, z: float) -> None:
    slope = ACTIVATIONS[name].derivative(np.float32(z))

    expected = exact_slope(name, float(np.float32(z)))
    assert float(slope) == pytest.approx(expected, rel=2e-5, abs=1e-36)


def exact_tail(x: float) -> float:
    """Return erfc(x / sqrt(2)) / 2, the rounding of the argument made good."""
    w = x / math.sqrt(2)
    with localcontext(prec=60):
        missing = float(Decimal(x) / Decimal(2).sqrt() - Decimal(w))
    return math.erfc(w) / 2 - missing * math.exp(-w * w) / math.sqrt(math.pi)


def exact_density(x: float) -> float:
    with localcontext(prec=60):
        return float((-(Decimal(x) ** 2) / 2).exp() / (2 * PI).sqrt())


TAIL = [*np.linspace(0.0, 37.4, 150).tolist(), 1e-12, 0.01, 0.26]


@pytest.mark.parametrize("x", TAIL)
def test_gelu_is_z_times_the_chance_to_be_below_z(x: float) -> None:
    assert ACTIVATIONS["gelu"](-x) == pytest.approx(-x * exact_tail(x), rel=4e-15, abs=0)
    assert ACTIVATIONS["gelu"](x) == pytest.approx(x * (1 - exact_tail(x)), rel=4e-15, abs=0)


@pytest.mark.parametrize("x", TAIL)
def test_slope_of_gelu_follows_from_the_product_rule(x: float) -> None:
    left = exact_tail(x) - x * exact_density(x)

    assert ACTIVATIONS["gelu"].derivative(-x) == pytest.approx(left, rel=1e-14, abs=2e-16)
    assert ACTIVATIONS["gelu"].derivative(x) == pytest.approx(1 - left, rel=4e-15, abs=0)


@pytest.mark.parametrize("x", [x for x in TAIL if x < 12.8])
def test_gelu_in_single_precision(x: float) -> None:
    x = float(np.float32(x))
    tail, density = exact_tail(x), exact_density(x)
    gelu = ACTIVATIONS["gelu"]

    assert float(gelu(np.float32(-x))) == pytest.approx(-x * tail, rel=1e-6, abs=0)
    slope = float(gelu.derivative(np.float32(-x)))
    assert slope == pytest.approx(tail - x * density, rel=2e-6, abs=1e-7)


def test_gelu_in_half_precision() -> None:
    z = np.linspace(-4, 4, 33)

    a = ACTIVATIONS["gelu"](z.astype(np.float16))

    assert a.astype(float) == pytest.approx(ACTIVATIONS["gelu"](z), abs=4e-3)


@pytest.mark.parametrize("name", ["gelu", "gelu_tanh", "silu"])
def test_tails_beyond_every_number_are_0(name: str) -> None:
    z = np.array([-800.0, -1e4, -np.inf])

    assert ACTIVATIONS[name](z).tolist() == [0, 0, 0]
    assert ACTIVATIONS[name].derivative(z).tolist() == [0, 0, 0]


@pytest.mark.parametrize(("name", "z"), [("gelu", -30), ("silu", -700), ("softplus", -700)])
def test_far_tails_are_tiny_but_not_0(name: str, z: float) -> None:
    assert 0 < abs(ACTIVATIONS[name](z)) < 1e-190


def test_elu_does_not_cancel_near_0() -> None:
    assert ACTIVATIONS["elu"](-1e-12) == pytest.approx(-1e-12 + 5e-25, rel=4e-15, abs=0)
