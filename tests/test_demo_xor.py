"""The demo of exclusive or: scores, the best line, handles and training."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course_utils import demos
from course_utils.datasets import make_xor
from course_utils.demos import marks as kinds

DEMO = demos.DEMOS["xor"]
STATUS = re.compile(
    r"(Your line|No line, all go to class \d|After \d+ steps of training): (\d+) of 200 right, "
    r"a score of (\S+); the best line of 360 directions has (\S+)\."
)


def marks(panel: Any, kind: type) -> list[Any]:
    return [mark for mark in panel.marks if isinstance(mark, kind)]


def at(**changes: Any) -> Any:
    return DEMO.checked(DEMO.start, changes)


def shown(state: Any) -> tuple[int, float, float]:
    """Return samples that are right, the score and the best score, as the status has them."""
    found = STATUS.fullmatch(DEMO.picture(state).status)
    assert found
    return int(found[2]), float(found[3]), float(found[4])


@settings(deadline=None, max_examples=40)
@given(st.floats(-4, 4), st.floats(-4, 4), st.floats(-8, 8), st.sampled_from([0.0, 0.1]))
def test_no_line_gets_more_than_three_clusters(
    w1: float, w2: float, bias: float, noise: float
) -> None:
    state = DEMO.settled(DEMO.start, {"w1": w1, "w2": w2, "bias": bias, "noise": noise})
    X, y = make_xor(200, noise=noise, seed=3)
    above = state.w1 * X[:, 0] + state.w2 * X[:, 1] + state.bias > 0

    n_right, score, best = shown(state)

    assert abs(n_right - np.sum(above == (y == 1))) <= np.sum(
        np.abs(X @ [state.w1, state.w2] + state.bias) < 1e-12
    )
    assert score == n_right / 200 <= 0.75 == best
    left, right = DEMO.picture(state).panels
    if state.w1 == state.w2 == 0:
        assert left.title == f"No line: score {score:.3f}"
        return
    assert left.title == f"One neuron: score {score:.3f}"
    a, b = (int(word) for word in re.findall(r": (\d+) of class 0, (\d+) of 1", right.title)[0])
    assert n_right == 100 - a + b


@pytest.mark.parametrize("noise", [0.2, 0.3])
def test_best_line_is_at_least_as_good_as_many_random_ones(noise: float) -> None:
    X, y = make_xor(200, noise=noise, seed=3)
    rng = np.random.default_rng(5)
    w, b = rng.standard_normal((2, 4000)), rng.uniform(-2, 2, 4000)
    scores = ((X @ w + b > 0) == (y == 1)[:, np.newaxis]).mean(axis=0)
    best = shown(at(noise=noise))[2]
    assert scores.max() - 0.01 <= best <= 0.8


def test_a_line_after_the_fold_parts_all() -> None:
    # The corners fold to (0, 0), (1, 0), (1, 0) and (2, 1).
    state = at(hidden="relu", w1=1.0, w2=-2.0, bias=-0.5, noise=0.0)
    assert shown(state) == (200, 1, 1)
    left, right = DEMO.picture(state).panels
    assert left.title == "With a hidden layer: score 1.000"
    first, second = marks(right, kinds.Points)
    assert set(zip(first.x, first.y, strict=True)) == {(0, 0), (2, 1)}
    assert set(zip(second.x, second.y, strict=True)) == {(1, 0)}


@pytest.mark.parametrize(("hidden", "score"), [("relu", 1.0), ("tanh", 1.0)])
def test_training_solves_it_with_a_hidden_layer(hidden: str, score: float) -> None:
    state = DEMO.pressed(at(hidden=hidden), "train")
    assert state.n_steps == 400
    assert shown(state)[1:] == (score, 1)
    for noise in (0.1, 0.3):
        panel = DEMO.picture(at(hidden=hidden, noise=noise, n_steps=400)).panels[1]
        for cloud in marks(panel, kinds.Points):
            assert panel.x_range[0] < min(cloud.x + cloud.y)
            assert max(cloud.x + cloud.y) < panel.x_range[1]


@pytest.mark.parametrize("w2", [0.0, 2.0, -2.0])
def test_training_does_not_help_a_single_neuron(w2: float) -> None:
    for n_steps in (5, 100, 400):
        assert shown(at(w2=w2, n_steps=n_steps))[1] <= 0.75


def test_picture_of_a_step_does_not_depend_on_what_was_asked_before() -> None:
    early = DEMO.picture(at(hidden="tanh", n_steps=20))
    DEMO.picture(at(hidden="tanh", n_steps=400))
    assert DEMO.picture(at(hidden="tanh", n_steps=20)) == early


def test_handles_move_and_turn_the_line() -> None:
    moved = DEMO.dragged(at(n_steps=50), "line", 0.25, 1.0)
    assert (moved.w1, moved.w2, moved.bias, moved.n_steps) == (2, 0, -0.5, 0)
    # The line x1 = .5 turned about (.5, .5), as long a weight as before.
    turned = DEMO.dragged(DEMO.start, "turn", 0.5, 1.2)
    assert (turned.w1, turned.w2, turned.bias) == (0, 2, -1)
    assert DEMO.dragged(DEMO.start, "turn", 0.5, 0.5) == DEMO.start
    from_nothing = DEMO.dragged(at(w1=0.0), "turn", 0.5, 1.9)
    assert (from_nothing.w1, from_nothing.w2) == (0, 2)


def test_new_line_begins_training_again_but_code_may_name_both() -> None:
    trained = at(hidden="tanh", n_steps=100)
    assert DEMO.settled(trained, {"w1": 1.0}).n_steps == 0
    assert DEMO.settled(trained, {"noise": 0.2}).n_steps == 0
    assert at(w1=1.0, n_steps=100).n_steps == 100
    later = DEMO.ticked(trained)
    assert later
    assert later.n_steps == 105
    assert DEMO.ticked(at(n_steps=400)) is None


@pytest.mark.parametrize("hidden", ["none", "relu", "tanh"])
def test_handles_stay_in_sight_and_apart(hidden: str) -> None:
    for bias in (-8.0, -3.0, 0.0, 8.0):
        for w in (-4.0, 0.0, 1.5):
            picture = DEMO.picture(at(hidden=hidden, w1=w, w2=w / 2, bias=bias))
            panel = picture.panels[hidden != "none"]
            handles = marks(panel, kinds.Handle)
            low, high = panel.x_range
            assert all(low < h.x < high and low < h.y < high for h in handles)
            if len(handles) == 2:
                away = np.hypot(handles[0].x - handles[1].x, handles[0].y - handles[1].y)
                assert away > 0.09 * (high - low)


def test_best_line_is_that_of_the_hidden_space_that_is_shown() -> None:
    for n_steps in (0, 100, 400):
        _, score, best = shown(at(hidden="relu", noise=0.3, n_steps=n_steps))
        assert best >= score - 0.01
        assert best > 0.8


@pytest.mark.parametrize("bias", [-1.0, 0.0, 2.0])
@pytest.mark.parametrize("hidden", ["none", "relu"])
def test_without_weights_there_is_no_line(hidden: str, bias: float) -> None:
    state = at(hidden=hidden, w1=0.0, w2=0.0, bias=bias)
    picture = DEMO.picture(state)
    assert picture.status.startswith(f"No line, all go to class {int(bias > 0)}: 100 of 200")
    panel = picture.panels[hidden != "none"]
    (handle,) = marks(panel, kinds.Handle)
    assert (handle.x, handle.y) == pytest.approx([sum(panel.x_range) / 2] * 2)
    assert not [line for line in marks(panel, kinds.Line) if line.role == "curve"]
    if hidden == "none":
        assert "no line parts the plane" in picture.alt
        assert picture.panels[1].title == f"No line: all go to class {int(bias > 0)}"
        assert not marks(picture.panels[1], kinds.Points)


def test_line_out_of_sight_is_said_to_be_and_samples_beyond_are_counted() -> None:
    # x1 + x2 = -2 passes the corner (-.9, -.9); (1, 1) is 4/sqrt(2) = 2.8 away, (0, 0) 1.4.
    picture = DEMO.picture(at(w1=4.0, w2=4.0, bias=8.0, noise=0.0))
    assert "100 of class 0 and 100 of class 1 lie on the right" in picture.alt
    words = [mark.text for mark in marks(picture.panels[0], kinds.Text)]
    assert words == ["the line is out of sight: pull b to the middle"]
    assert not marks(picture.panels[1], kinds.Text)
    # Half the length of the weights doubles the distances: all but (0, 0) are beyond 3.3.
    panel = DEMO.picture(at(w1=2.0, w2=2.0, bias=8.0, noise=0.0)).panels[1]
    assert [mark.text for mark in marks(panel, kinds.Text)] == ["50 more →", "100 more →"]


def test_handle_of_a_line_in_sight_is_on_it() -> None:
    for w1, w2, bias in ((2.0, 0.3, 1.5), (4.0, 4.0, 6.0), (-1.0, 3.0, -5.0)):
        panel = DEMO.picture(at(w1=w1, w2=w2, bias=bias)).panels[0]
        (handle,) = [h for h in marks(panel, kinds.Handle) if h.name == "line"]
        assert w1 * handle.x + w2 * handle.y + bias == pytest.approx(0, abs=1e-9)
