"""The demo of forgetting: weights decay alone, settle with data, or grow for ever."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from course_utils import demos
from course_utils.demos import marks as kinds
from course_utils.demos.forgetting import _points
from course_utils.neuron import BinarySoftmaxClassifier

DEMO = demos.DEMOS["forgetting"]


def marks(panel: Any, kind: type) -> list[Any]:
    return [mark for mark in panel.marks if isinstance(mark, kind)]


def shown(**changes: object) -> Any:
    return DEMO.picture(DEMO.checked(DEMO.start, changes))


def length(**changes: object) -> float:
    return float(shown(**changes).status.split(" are ")[1].split()[0])


def test_penalty_alone_forgets_by_a_constant_factor() -> None:
    left = 0.95**50 * 2.5  # the claim's .95^50 = .0769, from a first length of 2.5

    picture = shown(data=False, n_steps=50)

    assert picture.status == (
        f"After 50 steps the weights are {left:.3f} long; decay alone leaves {left:.3f}."
    )
    assert picture.panels[0].title == "Weights −0.12 and 0.15 after 50 steps"
    assert picture.panels[1].title == f"Length {left:.2f}, by decay alone {left:.2f}"
    alone, way = marks(picture.panels[1], kinds.Line)
    assert way.y == pytest.approx(alone.y[:51], abs=1e-5)
    assert marks(picture.panels[1], kinds.Text)[1].text == "– –  0.95ᵗ × first length"


@pytest.mark.parametrize("decay", [0.03, 0.1, 0.3])
def test_with_data_the_weights_settle_at_the_minimum(decay: float) -> None:
    X, y = _points()
    both = np.vstack([X, -X]), np.concatenate([y, 1 - y])  # mirrored, so that the bias is 0
    best = BinarySoftmaxClassifier(weight_decay=decay).fit(*both).weights_

    settled = length(weight_decay=decay, learning_rate=2.0, n_steps=300)

    assert settled == pytest.approx(np.hypot(*best), abs=2e-3)
    assert settled == length(weight_decay=decay, learning_rate=2.0, n_steps=290)


def test_without_decay_the_weights_grow_for_ever() -> None:
    grown = [length(weight_decay=0.0, learning_rate=1.0, n_steps=n) for n in (30, 100, 300)]
    assert 2.5 < grown[0] < grown[1] < grown[2]


def test_nothing_moves_without_data_and_decay() -> None:
    assert length(data=False, weight_decay=0.0, n_steps=300) == 2.5
    picture = shown(data=False, weight_decay=0.0)
    assert "a loss that is 0 everywhere, without any shades" in picture.alt
    (words,) = marks(picture.panels[0], kinds.Text)
    assert words.text == "no loss, so nothing moves"


def test_zero_has_no_sign_and_one_step_no_plural() -> None:
    assert "−0.00" not in shown(data=False, weight_decay=0.3, n_steps=300).panels[0].title
    one = shown(n_steps=1)
    assert one.status.startswith("After 1 step the weights")
    assert one.panels[0].title.endswith("after 1 step")


def test_longest_way_stays_in_sight() -> None:
    for w1, w2 in ((2.5, 2.5), (-2.5, 2.5), (2.5, -2.5)):
        way = shown(w1=w1, w2=w2, weight_decay=0.0, learning_rate=2.0, n_steps=300)
        weights, norms = (marks(panel, kinds.Line)[-1] for panel in way.panels)
        assert max(weights.x) < way.panels[0].x_range[1]
        assert max(weights.y) < way.panels[0].y_range[1]
        assert max(norms.y) < 6.5  # below the words


def test_handles_set_start_and_step() -> None:
    moved = DEMO.dragged(DEMO.start, "start", 1.0, -0.5)
    assert (moved.w1, moved.w2) == (1.0, -0.5)
    assert DEMO.dragged(DEMO.start, "step", 120.4, 9.0).n_steps == 120


def test_time_stops_at_the_last_step() -> None:
    later = DEMO.ticked(DEMO.start)
    assert later is not None
    assert later.n_steps == 62
    assert DEMO.ticked(DEMO.checked(DEMO.start, {"n_steps": 300})) is None
