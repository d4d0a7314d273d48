"""Activations that are written into arrays: the same as the public ones."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from course_utils.activations import ACTIVATIONS, Activation, get_activation
from course_utils.training._stacked_activations import InPlace, in_place

EVERY = [
    *ACTIVATIONS.values(),
    get_activation("leaky_relu", alpha=0.3),
    get_activation("elu", alpha=2.0),
]
every_activation = pytest.mark.parametrize("activation", EVERY, ids=lambda entry: entry.name)
Z = np.array([[-30.0, -3.0, -1.0, -0.1, -0.0], [0.0, 0.1, 1.0, 3.0, 30.0]])


@every_activation
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_writes_the_activation_and_then_its_slope(activation: Activation, dtype: Any) -> None:
    z, a = Z.astype(dtype), np.empty(Z.shape, dtype)
    close: dict[str, Any] = {"rel": 1e-6 if dtype == np.float32 else 1e-13}
    expected, slope = activation(z), activation.derivative(z)

    in_place(activation).write(z, a)
    assert a == pytest.approx(expected, **close)
    assert (z == Z.astype(dtype)).all()

    in_place(activation).slope(z, a)
    assert a == pytest.approx(slope, **close, abs=1e-6 if dtype == np.float32 else 1e-15)


@pytest.mark.parametrize("name", ["tanh", "relu"])
def test_needs_only_the_activation_for_the_slope(name: str) -> None:
    a = ACTIVATIONS[name](Z)

    in_place(ACTIVATIONS[name]).slope(np.full_like(a, np.nan), a)

    assert a == pytest.approx(ACTIVATIONS[name].derivative(Z), abs=1e-15)


@every_activation
def test_writes_into_part_of_an_array(activation: Activation) -> None:
    whole = np.full((4, 3, 5), 7.0)

    in_place(activation).write(np.broadcast_to(Z[0], (4, 2, 5)).copy(), whole[:, :-1])

    assert whole[2, 1] == pytest.approx(activation(Z[0]), rel=1e-13)
    assert (whole[:, -1] == 7).all()


@every_activation
def test_not_a_number_stays_one(activation: Activation) -> None:
    a = np.empty(1)

    with np.errstate(invalid="ignore"):
        in_place(activation).write(np.array([np.nan]), a)

    assert np.isnan(a).all()


@every_activation
def test_four_have_a_form_of_their_own(activation: Activation) -> None:
    is_special = activation.name in {"identity", "tanh", "relu", "sigmoid"}

    assert (type(in_place(activation)) is not InPlace) == is_special
