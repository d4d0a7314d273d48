"""The demo of the race shows when networks really arrive."""

from __future__ import annotations

import numpy as np
import pytest

from course_utils.datasets import make_spirals
from course_utils.demos.marks import Handle, Line, Points
from course_utils.demos.race import DEMO, LAST_STEP, RATES, SAME, TICK, RaceState
from course_utils.network import MLP
from course_utils.training import Recipe, Trainer


def errors_alone(activation: str, rate: float, seed: int, n_steps: int) -> list[float]:
    """Train one of the networks alone, in one go."""
    X, y = make_spirals(90, seed=np.random.default_rng([39, seed, 0]))
    rng = np.random.default_rng([39, seed, 1])
    network = MLP([2, 30, 3], activation, seed=rng, dtype=np.float32)
    trainer = Trainer(network, X, y, Recipe(optimizer="sgd", learning_rate=rate))
    errors = [float(np.mean(trainer.network.predict(X) != y))]
    for _ in range(n_steps // TICK):
        trainer.advance(TICK)
        errors.append(float(np.mean(trainer.network.predict(X) != y)))
    return errors


def test_curves_arrivals_and_ratios_are_those_of_networks_trained_alone() -> None:
    state = RaceState(threshold=40, n_steps=30)
    picture = DEMO.picture(state)
    curves = [mark for mark in picture.panels[0].marks if isinstance(mark, Line)]
    medians = {}
    for curve, (name, rate) in zip(curves, RATES["1"].items(), strict=True):
        e = np.array([errors_alone(name, rate, seed, 30) for seed in range(10)])
        assert curve.y == pytest.approx(np.median(e, axis=0), abs=1e-4)
        first = [next((n * TICK for n, v in enumerate(row) if v <= 0.4), np.inf) for row in e]
        medians[name] = np.median(first)
    for name, median in medians.items():
        words = f"{name} {median:g}" if np.isfinite(median) else f"{name} not yet"
        assert words in picture.status
    times = medians["gelu"] / medians["relu"]
    assert f"gelu {medians['gelu']:g} ({times:.1f} × relu)" in picture.status


def test_one_rate_for_all_is_that_of_relu() -> None:
    fair, unfair = (DEMO.picture(RaceState(rates=rates)) for rates in (RaceState().rates, SAME))
    lines = [[m for m in p.panels[0].marks if isinstance(m, Line)] for p in (fair, unfair)]

    same = [a == b for a, b in zip(*lines, strict=True)]
    assert same == [False, False, True, True, False]  # relu and leaky_relu have one rate


def test_dots_are_the_networks_that_arrived() -> None:
    panel = DEMO.picture(RaceState(threshold=50, n_steps=25)).panels[1]
    dots = [mark for mark in panel.marks if isinstance(mark, Points)]

    assert len(dots) == 5
    assert len(dots[2].x) == 10  # ReLU, all of them
    assert all(max(mark.x, default=0) <= 25 for mark in dots)


def test_who_has_not_arrived_at_the_end_never_will() -> None:
    last = DEMO.picture(RaceState(hidden_layers="3", threshold=5, n_steps=LAST_STEP))

    assert "sigmoid not within 300" in last.status
    assert "not yet" not in last.status
    assert "with 3 × 16 hidden units" in last.alt


def test_start_of_the_race_can_be_seen() -> None:
    panel = DEMO.picture(RaceState(n_steps=0)).panels[0]
    assert [mark.x for mark in panel.marks if isinstance(mark, Points)] == [(0.0,)] * 5


def test_threshold_can_be_pulled() -> None:
    assert DEMO.dragged(RaceState(), "threshold", 0.0, 0.31).threshold == 30
    (handle,) = (m for m in DEMO.picture(RaceState()).panels[0].marks if isinstance(m, Handle))
    assert handle.y == 0.25


def test_a_picture_does_not_depend_on_what_was_asked_before() -> None:
    before = DEMO.picture(RaceState(n_steps=10))
    DEMO.picture(RaceState(n_steps=40))

    assert DEMO.picture(RaceState(n_steps=10)) == before


def test_time_goes_on_to_the_last_step() -> None:
    assert DEMO.ticked(RaceState(n_steps=50)) == RaceState(n_steps=50 + TICK)
    assert DEMO.ticked(RaceState(n_steps=LAST_STEP)) is None
