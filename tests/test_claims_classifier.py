"""The experiments on one neuron as a classifier, against arithmetic done by hand."""

from __future__ import annotations

from math import pi

import numpy as np
import pytest

from course_utils.activations import sigmoid
from course_utils.claims import FIRST, measure
from course_utils.claims.experiments._classifier import (
    accuracies,
    bend,
    calibration_gap,
    decay_alone,
    misses_and_alarms,
    on_contour,
    separable,
)
from course_utils.network import MLP
from course_utils.neuron import Neuron

TWO = FIRST[:2]


def test_a_contour_is_where_the_output_has_its_level() -> None:
    points = on_contour(Neuron([3.0, 4.0], -1.0), np.eye(2), level=0.5)

    assert points @ [3.0, 4.0] == pytest.approx([1.0, 1.0])


def test_a_chord_along_the_weights_misses_the_right_angle_by_all_of_it() -> None:
    assert bend(np.array([[0.0, 0.0], [0.0, 1.0]]), np.array([2.0, 0.0])) == 0
    assert bend(np.array([[0.0, 0.0], [1.0, 1.0]]), np.array([2.0, 0.0])) == pytest.approx(
        pi / 4
    )


def test_a_gap_of_a_tenth_is_measured_as_such() -> None:
    p, y = np.repeat(np.linspace(0.05, 0.5, 10), 10), np.zeros(100, dtype=int)

    assert calibration_gap(p, y) == pytest.approx(0.275)


def test_errors_are_told_apart() -> None:
    says_one = np.array([True, True, False, False])

    assert misses_and_alarms(says_one, np.array([1, 0, 1, 1])) == (0.5, 0.25)


def test_decay_alone_leaves_a_thirteenth_after_50_steps() -> None:
    left, difference = decay_alone(np.random.default_rng(0))

    assert 1 / left == pytest.approx(13, rel=1e-3)
    assert difference < 1e-12


def test_the_classes_are_pushed_apart_by_1() -> None:
    X, y = separable(np.random.default_rng(0))
    gaps = np.linalg.norm(X[y == 1][:, np.newaxis] - X[y == 0], axis=2)

    assert X.shape == (40, 2)
    assert gaps.min() >= 1


@pytest.mark.parametrize(("gate", "expected"), [("AND", 1.0), ("OR", 1.0), ("XOR", 0.5)])
def test_a_neuron_that_starts_at_0_learns_what_a_line_can(gate: str, expected: float) -> None:
    start = MLP([2, 1], initialization="zero")

    assert accuracies(gate, "binary_cross_entropy", [start]) == [expected]


def test_the_table_of_row_17_holds_what_the_figures_sum_up() -> None:
    outcome = measure(17, TWO)

    assert outcome.table["seed"] == list(TWO)
    saved = outcome.values["cost that it saves where a miss costs 4 times as much"]
    assert saved == pytest.approx(np.mean([float(c) for c in outcome.table["cost saved"]]))


def test_the_norms_of_row_19_grow_with_the_logarithm_of_the_steps() -> None:
    table = measure(19, TWO).table
    short, middle, long = (
        np.array(table[name], dtype=float) for name in ("10^2", "10^3", "10^4")
    )

    assert (long - middle) / (middle - short) == pytest.approx([1, 1], abs=0.6)


def test_the_gate_that_no_line_separates_is_the_one_that_is_not_learnt() -> None:
    table = measure(20, TWO).table
    learnt = {
        gate for gate, share in zip(table["gate"], table["accuracy"], strict=True) if share == 1
    }

    assert learnt == {"AND", "OR"}


def test_a_score_of_one_half_is_not_an_output_of_one_half() -> None:
    assert sigmoid(0.5) == pytest.approx(0.622, abs=1e-3)
