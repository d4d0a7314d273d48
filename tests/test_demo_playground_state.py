"""The state of the playground: presets, points, layers, and the line of code that keeps it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from course_utils import demos
from course_utils.demos._playground_state import PRESETS, tidy_layers
from course_utils.demos.demo import Click
from course_utils.demos.marks import Points
from course_utils.demos.playground import DEMO, PlaygroundState


def state(**changes: object) -> PlaygroundState:
    return DEMO.checked(DEMO.start, changes)


def test_going_back_to_the_old_rate_leaves_no_trace() -> None:
    before = state(n_steps=50)
    there = DEMO.settled(before, {"momentum": 0.9})
    assert len(there.past) == 1
    assert DEMO.settled(there, {"momentum": 0.1}).past == ()


def test_another_network_starts_again() -> None:
    before = DEMO.settled(state(n_steps=50), {"momentum": 0.9})
    after = DEMO.settled(before, {"layers": "3 relu"})

    assert (after.n_steps, after.past, after.momentum, after.preset) == (0, (), 0.9, "own")
    other = DEMO.settled(replace(before, points=((1.0, 1.0, 0),)), {"data": "moons"})
    assert other.points == ()


def test_every_preset_comes_back_as_code_in_any_stage() -> None:
    for name in PRESETS:
        now = DEMO.settled(DEMO.start, {"preset": name})
        stages = [now, DEMO.pressed(now, "again"), DEMO.settled(now, {"weight_decay": 0.3})]
        for stage in stages:
            assert eval(DEMO.code(stage), vars(demos)).state() == stage
    assert now.preset == name
    assert [stage.preset for stage in stages[1:]] == ["own", "own"]


def test_click_adds_a_point_of_either_class() -> None:
    one = DEMO.clicked(DEMO.start, Click("regions", 1.234567, -2.0))
    two = DEMO.clicked(one, Click("regions", 3.0, 99.0, other=True))

    assert two.points == ((1.23, -2.0, 0), (3.0, 5.5, 1))
    assert two.preset == "own"
    drawn = [
        len(mark.x) for mark in DEMO.picture(two).panels[0].marks if isinstance(mark, Points)
    ]
    assert sum(drawn) == 102


def test_keys_add_and_remove_points() -> None:
    now = DEMO.pressed(state(across=-20, up=40), "circle")
    now = DEMO.pressed(DEMO.settled(now, {"across": 80}), "square")
    assert now.points == ((-1.1, 2.2, 0), (4.4, 2.2, 1))
    assert DEMO.pressed(now, "remove").points == ((-1.1, 2.2, 0),)
    assert DEMO.pressed(DEMO.start, "remove") == DEMO.start


@pytest.mark.parametrize(
    ("text", "tidy"),
    [
        ("", "none"),
        ("6,2", "6 tanh, 2 tanh"),
        ("20 ReLU + 6", "20 relu, 6 relu"),
        ("3leaky relu;100 maxout", "3 leaky_relu, 100 maxout"),
    ],
)
def test_layers_are_read(text: str, tidy: str) -> None:
    assert tidy_layers(text) == tidy
    assert tidy_layers(tidy) == tidy


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("x", "layers must be a text such as"),
        ("101", "a layer has 1 to 100 units; got 101"),
        ("3 step", "there is no activation called 'step'"),
        ("1,1,1,1,1,1,1", "layers can be at most 6; got 7"),
    ],
)
def test_other_layers_are_refused(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        demos.playground_demo(layers=text)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("points", ((0, 0, 2),)),
        ("points", ((0, np.nan, 1),)),
        ("points", "no"),
        ("past", ((10, "sgd"),)),
        ("past", ((0, "sgd", 0.3, 0.9, "all", 0.0, "mean loss", ()),)),
        ("past", ((10, "best", 0.3, 0.9, "all", 0.0, "mean loss", ()),)),
        ("past", 3),
        ("n_steps", 20_001),
    ],
)
def test_hidden_fields_are_checked(name: str, value: object) -> None:
    with pytest.raises(ValueError, match=f"{name} can't be"):
        demos.playground_demo(**{name: value})
