"""A demo that plays: time goes on when a picture was drawn, and rests when nobody looks."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from course_utils.demos.controls import Button, Hidden, Slider
from course_utils.demos.demo import Click, Demo
from course_utils.demos.live import BUDGET, Live
from course_utils.demos.picture import Picture
from tests.test_live import acknowledge, ask

END = 1000


@dataclass(frozen=True)
class Clock:
    """A time, how fast it goes, and a word."""

    now: int = 0
    speed: int = 1
    word: str = ""


def tick(clock: Clock) -> Mapping[str, object]:
    return {"now": min(clock.now + clock.speed, END)} if clock.now < END else {}


def clicked(_clock: Clock, click: Click) -> Mapping[str, object]:
    return {"word": f"{click.panel} {click.x:g} {click.y:g} {click.other}"}


def clock(pace: int = 50, **changes: object) -> Live[Clock]:
    """Return a live clock; with a pace, each frame is one tick."""
    words = Hidden("word", lambda word: word if isinstance(word, str) else None, ("", "a"))
    demo = Demo(
        "clock",
        "A clock",
        Clock(),
        (Slider("now", "time", 0, END, 1), Slider("speed", "speed", 1, 9, 1), words),
        lambda state: Picture((), alt=f"It is {state.now}."),
        click=clicked,
        point=lambda _clock, spot: {"word": spot},
        buttons=(Button("noon", "Noon"),),
        press=lambda _clock, button: {"now": 12} if button == "noon" else {},
        tick=tick,
        pace=pace,
        settle=lambda before, after: (
            after if after.speed == before.speed else Clock(0, after.speed)
        ),
    )
    return Live(demo, **changes)


@pytest.fixture(autouse=True)
def one_in_flight(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no frame run ahead, so that ticks can be counted."""
    monkeypatch.setattr("course_utils.demos.live.IN_FLIGHT", 1)


def frame(live: Live[Any]) -> Mapping[str, Any]:
    return live.widget.frame


def test_each_drawn_picture_asks_for_the_next() -> None:
    live = clock()
    ask(live, "play")
    for _ in range(3):
        acknowledge(live)

    assert live.state().now == 4
    assert frame(live)["playing"]


def test_one_frame_is_on_its_way_while_another_is_painted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("course_utils.demos.live.IN_FLIGHT", 2)
    live = clock()
    ask(live, "play")
    ask(live, "drawn", number=1)
    assert live.state().now == 3

    for number in (2, 2, 1, 99, None):
        ask(live, "drawn", number=number)

    assert live.state().now == 4


def test_nothing_goes_on_while_nobody_draws() -> None:
    live = clock()
    ask(live, "play")
    time.sleep(0.05)
    ask(live, "drawn", number=-1)

    assert live.state().now == 1


def test_pause_stops_at_once() -> None:
    live = clock()
    ask(live, "play")
    ask(live, "pause")
    acknowledge(live)
    acknowledge(live)

    assert live.state().now == 1
    assert not frame(live)["playing"]


def test_a_step_is_one_tick() -> None:
    live = clock(pace=0)
    ask(live, "step")

    assert live.state().now == 1
    assert not frame(live)["playing"]


def test_play_ends_at_the_end() -> None:
    live = clock(now=END - 1)
    ask(live, "play")
    acknowledge(live)

    assert live.state().now == END
    assert not frame(live)["playing"]


def test_without_a_pace_a_frame_is_filled_with_ticks() -> None:
    live = clock(pace=0)
    start = time.perf_counter()
    ask(live, "play")

    assert live.state().now > 10
    assert time.perf_counter() - start < 1 + BUDGET


def test_controls_work_while_it_plays() -> None:
    live = clock()
    ask(live, "play")
    ask(live, "set", values={"speed": 5})
    acknowledge(live)
    acknowledge(live)

    assert frame(live)["playing"]
    assert live.state().now == 10


def test_reset_stops_and_goes_back() -> None:
    live = clock()
    ask(live, "play")
    acknowledge(live)
    ask(live, "reset")
    acknowledge(live)

    assert live.state() == Clock()
    assert not frame(live)["playing"]


def test_clicks_spots_and_buttons_reach_the_demo() -> None:
    live = clock()

    ask(live, "click", panel="face", x=1, y=2, other=True)
    assert live.state().word == "face 1 2 True"
    ask(live, "point", spot="hand")
    assert live.state().word == "hand"
    ask(live, "press", button="noon")
    assert live.state().now == 12


def test_a_frame_says_which_wish_it_knows_of() -> None:
    live = clock()
    ask(live, "set", values={"now": 3}, id="view 7")
    acknowledge(live)

    assert frame(live)["heard"] == "view 7"


def test_browser_is_told_what_can_be_pressed() -> None:
    setup = clock().widget.setup

    assert setup["plays"]
    assert setup["pace"] == 50
    assert setup["buttons"] == [{"name": "noon", "label": "Noon"}]
    assert [control["name"] for control in setup["controls"]] == ["now", "speed"]


def test_what_a_button_does_not_know_changes_nothing() -> None:
    live = clock()
    ask(live, "press", button="midnight")

    assert live.state() == Clock()


@pytest.mark.parametrize("kind", ["play", "step"])
def test_a_demo_without_time_stays_where_it_is(kind: str) -> None:
    still = Demo("still", "Still", Clock(), (), lambda _state: Picture((), alt="Nothing."))
    live = Live(still)
    ask(live, kind)

    assert live.state() == Clock()
    assert not frame(live)["playing"]
