"""The controls of a demo: what they take, what they tidy up, what they refuse."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest

from course_utils.demos.controls import Choice, Control, Entry, Hidden, Ladder, Slider, Toggle


def sizes(text: str) -> str:
    numbers = [int(part) for part in text.split("-")]
    return "-".join(map(str, numbers))


def even(value: object) -> int | None:
    return value if isinstance(value, int) and value % 2 == 0 else None


SLIDER = Slider("w", "w", low=-1.0, high=1.0, step=0.1)
WHOLE = Slider("n", "n", low=1, high=9, step=2)
LADDER = Ladder("rate", "rate", (0.01, 0.1, 1.0))
CHOICE = Choice("f", "f", ("relu", "tanh"))
TOGGLE = Toggle("noisy", "noise")
ENTRY = Entry("sizes", "sizes", sizes, ("3-4-1", "2-1"))
HIDDEN = Hidden("n", even, (0, 8))
ALL: tuple[Control, ...] = (SLIDER, WHOLE, LADDER, CHOICE, TOGGLE, ENTRY, HIDDEN)


@pytest.mark.parametrize(
    ("control", "given", "settled"),
    [
        (SLIDER, (0.32, 5, -5, "1", True, np.nan, None), (0.3, 1.0, -1.0, *[None] * 4)),
        (SLIDER, (1e308, -1e308, 10**400), (1.0, -1.0, None)),
        (WHOLE, (3.9, 99, -99), (3, 9, 1)),
        (LADDER, (0.03, 1e9, "1", True, np.inf), (0.01, 1.0, None, None, None)),
        (CHOICE, ("tanh", "other", 3), ("tanh", None, None)),
        (TOGGLE, (True, False, 1, "yes"), (True, False, None, None)),
        (ENTRY, ("03-4", "three", 3), ("3-4", None, None)),
        (HIDDEN, (4, 5, "4"), (4, None, None)),
    ],
)
def test_a_control_settles(control: Control, given: tuple[Any, ...], settled: Any) -> None:
    assert tuple(control.settle(value) for value in given) == settled


def test_whole_sliders_give_whole_numbers() -> None:
    assert isinstance(WHOLE.settle(4.0), int)
    assert isinstance(SLIDER.settle(1), float)


@pytest.mark.parametrize(
    ("control", "value", "words"),
    [
        (SLIDER, 2, "w must be a number from -1 to 1; got 2"),
        (LADDER, 0.5, r"rate must be one of 0\.01, 0\.1, 1; got 0\.5"),
        (CHOICE, "step", "f must be one of relu, tanh; got 'step'"),
        (TOGGLE, 1, "noisy must be True or False; got 1"),
        (ENTRY, 3, "sizes must be a text such as '3-4-1'; got 3"),
        (ENTRY, "three", "invalid literal"),
        (HIDDEN, 5, "n can't be 5; try 0"),
    ],
)
def test_a_wrong_value_is_explained(control: Control, value: object, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        control.check(value)


@pytest.mark.parametrize("control", ALL, ids=lambda control: type(control).__name__)
def test_the_ends_are_values_of_the_control(control: Control) -> None:
    for end in control.ends:
        control.check(end)
        assert control.settle(end) == end


@pytest.mark.parametrize("control", ALL[:-1], ids=lambda control: type(control).__name__)
def test_the_browser_gets_plain_data(control: Any) -> None:
    data = json.loads(json.dumps(control.as_data()))

    assert data == control.as_data()
    assert data["kind"] in {"slider", "ladder", "choice", "toggle", "entry"}
