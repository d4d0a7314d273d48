"""Numerical gradients, and backpropagation against them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import FrozenInstanceError, replace
from typing import Any

import numpy as np
import pytest

from course_utils.activations import ACTIVATIONS
from course_utils.losses import LOSSES, Loss
from course_utils.network import MLP
from course_utils.training import (
    GradientCheck,
    ParameterCheck,
    gradient_check,
    gradients,
    numerical_gradient,
)

ONE_NEURON = MLP([1, 1]).with_parameters({"W1": [[2.0]]})


def make_problem(loss: str, activation: Any, seed: int) -> tuple[MLP, Any, Any]:
    rng = np.random.default_rng([seed, *loss.encode()])
    n_out = 1 if LOSSES[loss].kind == "binary" else 3
    network = MLP([3, 4, 3, n_out], activation, seed=rng)
    network = network.with_parameters(
        {k: rng.normal(size=p.shape) for k, p in network.parameters().items() if k[0] == "b"}
    )
    y: Any = rng.integers(0, max(2, n_out), 6)
    if LOSSES[loss].kind == "targets":
        y = rng.normal(size=(6, n_out))
    return network, rng.normal(size=(6, 3)), y


def test_central_difference_of_a_cube() -> None:
    # ((x + h)**3 - (x - h)**3) / 2h = 3 x**2 + h**2
    slope = numerical_gradient(lambda x: float(x) ** 3, 2.0, h=0.5)
    assert slope == pytest.approx(12.25, rel=1e-14)


def test_default_distance_is_a_hundred_thousandth() -> None:
    far = numerical_gradient(lambda x: 1e10 * float(x) ** 3, 0.0)
    assert far == pytest.approx(1.0, rel=1e-9)


def test_distance_is_the_one_that_rounding_leaves() -> None:
    # Next to 1e10 the numbers lie 2**-19 apart: 1e-5 becomes five of these steps.
    slope = numerical_gradient(lambda x: 3 * (float(x) - 1e10), 1e10)
    assert slope == 3


def test_numerical_gradient_has_the_shape_of_its_input() -> None:
    slopes = numerical_gradient(lambda x: float(x[0, 0] + 5 * x[1, 2]), np.zeros((2, 3), int))
    assert slopes == pytest.approx(np.array([[1.0, 0, 0], [0, 0, 5]]), abs=1e-9)
    assert slopes.dtype == np.float64


def test_numerical_gradient_works_on_copies() -> None:
    def spoil(x: Any) -> float:
        value = float((x**2).sum())
        x[:] = 99
        return value

    x = np.ones(3, np.float32)
    x.flags.writeable = False
    slopes = numerical_gradient(spoil, x)
    assert slopes == pytest.approx([2, 2, 2], rel=1e-9)
    assert slopes.dtype == np.float64


@pytest.mark.parametrize(
    ("f", "x", "h", "error", "words"),
    [
        (sum, ["a"], 1e-5, TypeError, "x must hold real numbers"),
        (sum, [1.0, np.nan], 1e-5, ValueError, r"x\[1\] is nan"),
        (sum, [1.0], 0.0, ValueError, "h must be a finite number, above 0; got 0"),
        (
            sum,
            [1.0, 1e20],
            1e-5,
            ValueError,
            r"1e\+20, is too large for h=1e-05; try a larger h",
        ),
        (np.copy, [1.0, 2.0], 1e-5, TypeError, r"f\(x\) must be one number, .* \(2,\)"),
    ],
)
def test_numerical_gradient_refuses(
    f: Any, x: Any, h: float, error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        numerical_gradient(f, x, h)


def test_numerical_gradient_looks_at_both_answers() -> None:
    answers: Iterator[Any] = iter([1.0, np.ones(2)])
    with pytest.raises(TypeError, match=r"f\(x\) must be one number"):
        numerical_gradient(lambda _: next(answers), 0.0)


def test_gradients_worked_by_hand() -> None:
    # score 6, target 5: loss 1 + 0.5 * 0.1 * 2**2, slope 2 * 1 * 3 + 0.1 * 2
    loss, slopes = gradients(ONE_NEURON, [[3.0]], [5.0], "squared_error", 0.1)

    assert loss == pytest.approx(1.2, rel=1e-15)
    assert {name: slope.tolist() for name, slope in slopes.items()} == {
        "W1": [[6.2]],
        "b1": [2],
    }


def test_gradients_are_of_cross_entropy_without_decay_if_nothing_is_said() -> None:
    network = MLP([1, 2]).with_parameters({"W1": [[0.0], [np.log(3)]]})

    loss, slopes = gradients(network, [[1.0]], [0])

    assert loss == pytest.approx(np.log(4), rel=1e-14)
    assert slopes["W1"] == pytest.approx(np.array([[-0.75], [0.75]]), rel=1e-14)
    assert slopes["b1"] == pytest.approx(np.array([-0.75, 0.75]), rel=1e-14)


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("activation", [*ACTIVATIONS, "prelu", "maxout"])
def test_backpropagation_is_right(loss: str, activation: str) -> None:  # ledger row 5
    for seed in range(2):
        network, X, y = make_problem(loss, activation, seed)
        check = gradient_check(network, X, y, loss=loss, weight_decay=0.1)

        assert check.passed, check
        assert [c.name for c in check.parameters] == list(network.parameters())


@pytest.mark.parametrize("name", ["W1", "b2"])
def test_a_wrong_gradient_is_found_at_its_place(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    network, X, y = make_problem("cross_entropy", "tanh", 0)
    right, place = MLP.backward, (2,) * network.parameters()[name].ndim

    def wrong(self: MLP, trace: Any, dscores: Any) -> Any:
        slopes = {k: slope.copy() for k, slope in right(self, trace, dscores).items()}
        slopes[name][place] += 1
        return slopes

    monkeypatch.setattr(MLP, "backward", wrong)
    check = gradient_check(network, X, y)

    assert not check.passed
    assert (check.worst.name, check.worst.position) == (name, place)
    assert check.worst.backpropagated - check.worst.numerical == pytest.approx(1, abs=1e-8)


def with_slope(factor: float) -> Loss:
    right = LOSSES["squared_error"]
    return replace(right, gradient=lambda scores, y: factor * right.gradient(scores, y))


@pytest.mark.parametrize("target", [5.0, 7.0])
@pytest.mark.parametrize("factor", [2.0, 0.5])
def test_error_is_relative_to_the_larger_slope(factor: float, target: float) -> None:
    check = gradient_check(ONE_NEURON, [[3.0]], [target], loss=with_slope(factor))
    assert check.worst.error == pytest.approx(0.5, rel=1e-8)


def test_check_is_of_the_loss_alone_if_nothing_is_said() -> None:
    weight = gradient_check(ONE_NEURON, [[3.0]], [5.0], loss="squared_error").parameters[0]
    assert weight.backpropagated == 6


def test_tiny_slopes_count_as_a_thousandth() -> None:
    # At the score 5.0001 the slope of the bias is 2e-4, at twice that it is wrong by 2e-4.
    network = ONE_NEURON.with_parameters({"W1": [[0.0]], "b1": [5.0001]})
    check = gradient_check(network, [[1.0]], [5.0], loss=with_slope(2.0))
    assert check.worst.error == pytest.approx(0.2, rel=1e-6)


@pytest.mark.parametrize(("tolerance", "passes"), [(0.4, False), (0.6, True)])
def test_tolerance_decides(tolerance: float, passes: bool) -> None:
    loss = with_slope(2.0)
    check = gradient_check(ONE_NEURON, [[3.0]], [5.0], loss=loss, tolerance=tolerance)
    assert check.passed is passes


def test_error_at_the_tolerance_passes() -> None:
    rows = tuple(
        ParameterCheck(n, (0,), 1, 1, e, near_kink=False) for n, e in [("a", 0.0), ("b", 0.5)]
    )
    assert GradientCheck(rows, 0.5).passed
    assert GradientCheck(rows, 0.5).worst.name == "b"
    assert not GradientCheck(rows, 0.4).passed
    assert GradientCheck(rows).tolerance == 1e-6


def test_check_prints_as_a_table() -> None:
    rows = (
        ParameterCheck("W1", (0, 2), 0.5, 0.25, 0.5, near_kink=True),
        ParameterCheck("b1", (1,), -1.25e-9, 0.0, 1.24e-6, near_kink=False),
    )
    assert repr(GradientCheck(rows, 1e-6)).splitlines() == [
        "parameter     backpropagated       numerical  relative error",
        "W1[0, 2]                 0.5            0.25         5.0e-01  near a kink",
        "b1[1]              -1.25e-09               0         1.2e-06",
        "failed: a relative error above 1e-06",
    ]
    assert repr(GradientCheck(rows, 0.5)).endswith("passed: no relative error above 0.5")


@pytest.mark.parametrize("seed", range(3))
def test_gradients_leave_everything_as_it_is(seed: int) -> None:
    network, X, y = make_problem("cross_entropy", "relu", seed)
    X.flags.writeable = y.flags.writeable = False
    before = {name: p.copy() for name, p in network.parameters().items()}

    gradient_check(network, X, y, weight_decay=0.1)

    assert all((p == before[name]).all() for name, p in network.parameters().items())


def test_outcomes_are_values() -> None:
    check = gradient_check(ONE_NEURON, [[3.0]], [5.0], loss="squared_error")
    values: tuple[Any, ...] = (check, check.worst)
    for value in values:
        with pytest.raises(FrozenInstanceError):
            value.tolerance = 0.0


def test_single_precision_is_too_coarse_to_check() -> None:
    with pytest.raises(ValueError, match=re.escape("float32 rounds too coarsely")):
        gradient_check(MLP([2, 2], dtype=np.float32), np.ones((1, 2)), [0])


def test_gradients_in_single_precision() -> None:
    _, slopes = gradients(
        MLP([2, 3, 2], dtype=np.float32), np.ones((4, 2)), [0, 1, 1, 0], "hinge", 0.1
    )
    assert {slope.dtype for slope in slopes.values()} == {np.dtype(np.float32)}


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"tolerance": 0.0}, "tolerance must be a finite number, above 0; got 0"),
        ({"weight_decay": -1.0}, "weight_decay must be a finite number, 0 or more; got -1"),
        ({"loss": "hing"}, "there is no loss called 'hing'; did you mean 'hinge'"),
    ],
)
def test_check_refuses(options: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        gradient_check(MLP([1, 2]), [[1.0]], [0], **options)
