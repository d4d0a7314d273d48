"""The targets that nets approximate."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from math import cos, exp, sin
from typing import Any

import numpy as np
import pytest

from course_utils.datasets import TARGETS, Target, make_curve

NAMES = ["waves", "nielsen", "step", "kink", "bump", "tent"]


def test_names() -> None:
    assert list(TARGETS) == NAMES
    assert [target.name for target in TARGETS.values()] == NAMES


@pytest.mark.parametrize(
    ("name", "interval"),
    [
        ("waves", (0, 2)),
        ("nielsen", (0, 1)),
        ("step", (0, 1)),
        ("kink", (-1, 1)),
        ("bump", (-1, 1)),
        ("tent", (0, 1)),
    ],
)
def test_intervals(name: str, interval: tuple[float, float]) -> None:
    assert TARGETS[name].interval == interval


@pytest.mark.parametrize(
    ("name", "x", "expected"),
    [
        ("waves", 0.0, 0.3),
        ("waves", 1.5, sin(4.5) + 0.3 * cos(13.5)),
        ("nielsen", 0.0, 0.25),
        ("nielsen", 1.0, 0.6 + 0.3 * sin(15) + 0.05 * cos(50)),
        ("nielsen", 0.5, 0.3 + 0.15 * sin(7.5) + 0.05 * cos(25)),
        ("step", 0.499, 0),
        ("step", 0.5, 1),
        ("step", 0.501, 1),
        ("kink", -0.25, 0.25),
        ("kink", 0.75, 0.75),
        ("bump", 0, 1),
        ("bump", -0.5, exp(-2.5)),
        ("tent", 0.0, 0),
        ("tent", 0.5, 1),
        ("tent", 0.75, 0.5),
    ],
)
def test_values_worked_by_hand(name: str, x: float, expected: float) -> None:
    assert TARGETS[name](x) == pytest.approx(expected, rel=1e-14, abs=1e-15)


@pytest.mark.parametrize("name", NAMES)
def test_formula_says_what_the_function_does(name: str) -> None:
    target = TARGETS[name]
    names = {"sin": sin, "cos": cos, "exp": exp, "abs": abs}

    xs = np.linspace(*target.interval, 41)

    expected = [eval(target.formula, names, {"x": x}) for x in xs.tolist()]
    assert target(xs) == pytest.approx(expected, rel=1e-12, abs=1e-14)


@pytest.mark.parametrize("name", NAMES)
def test_single_precision_stays_and_nan_passes(name: str) -> None:
    x = np.array([[0.25, np.nan]], np.float32)

    values = TARGETS[name](x)

    assert values.dtype == np.float32
    assert np.isnan(values).tolist() == [[False, True]]


@pytest.mark.parametrize("name", NAMES)
def test_only_the_step_jumps(name: str) -> None:
    target = TARGETS[name]
    jump = np.abs(np.diff(target(np.linspace(*target.interval, 100_001)))).max()
    assert target.continuous == (jump < 0.01) == (name != "step")


def test_targets_refuse_text() -> None:
    with pytest.raises(TypeError, match="x must hold real numbers"):
        TARGETS["kink"](["a"])


def test_the_table_cannot_be_changed() -> None:
    table: Any = TARGETS
    with pytest.raises(TypeError, match="does not support item assignment"):
        table["mine"] = TARGETS["kink"]


def test_a_target_cannot_be_changed() -> None:
    value: Any = TARGETS["kink"]
    with pytest.raises(FrozenInstanceError, match="cannot assign"):
        value.name = 1


def test_curve_defaults() -> None:
    X, targets = make_curve()

    assert (X.shape, targets.shape) == ((25, 1), (25,))
    assert (targets == make_curve("waves", 25, noise=0.1, seed=0)[1]).all()


def test_curve_without_noise_lies_on_the_target() -> None:
    X, targets = make_curve("nielsen", 50, noise=0)
    assert targets.tolist() == TARGETS["nielsen"](X[:, 0]).tolist()


def test_curve_has_the_noise_asked_for() -> None:
    X, targets = make_curve("kink", 20_000, noise=0.5)
    error = targets - np.abs(X[:, 0])
    assert [error.mean(), error.std()] == pytest.approx([0, 0.5], abs=0.01)


def test_curve_fills_the_interval_in_order() -> None:
    x = make_curve("bump", 4000)[0][:, 0]
    assert (np.diff(x) >= 0).all()
    assert x == pytest.approx(np.linspace(-1, 1, 4000), abs=0.06)


def test_curve_of_a_target_of_ones_own() -> None:
    square = Target("square", "x**2", np.square, (2.0, 3.0))

    X, targets = make_curve(square, 5, noise=0)

    assert targets.tolist() == (X[:, 0] ** 2).tolist()
    assert square.continuous
    assert ((X >= 2) & (X <= 3)).all()


def test_seeds_and_generators() -> None:
    rng = np.random.default_rng(3)
    first, second, again = (make_curve(seed=seed)[1] for seed in (rng, rng, 3))
    assert (first == again).all()
    assert (first != second).all()


@pytest.mark.parametrize(
    ("options", "error", "words"),
    [
        ({"target": "wave"}, ValueError, "no target called 'wave'; did you mean 'waves'"),
        ({"n_samples": 0}, ValueError, "n_samples must be 1 or more"),
        ({"noise": -1}, ValueError, "noise must be a finite number, 0 or more"),
        ({"seed": 0.5}, TypeError, "seed must be a whole number"),
    ],
)
def test_wrong_options(options: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        make_curve(**options)
