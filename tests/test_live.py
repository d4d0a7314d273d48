"""Live demos: what the browser asks for, and what it gets."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import Any

import pytest

from course_utils import demos
from course_utils.demos.live import Canvas, Live
from course_utils.demos.picture import Picture


def ask(live: Live[Any], kind: str, **content: object) -> None:
    """Deliver a request of the browser the way ipywidgets does."""
    live.widget._handle_custom_msg({"kind": kind, **content}, [])


def acknowledge(live: Live[Any]) -> None:
    ask(live, "drawn", number=live.widget.frame["number"])


@pytest.fixture
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Never take a frame for lost, however slow the machine."""
    monkeypatch.setattr("course_utils.demos.live.PATIENCE", 1e9)


def test_moving_a_slider_sends_a_new_picture() -> None:
    live = demos.neuron_demo()
    before = live.widget.frame

    ask(live, "set", values={"weight": 2.04})

    assert live.state().weight == 2.0
    assert live.widget.frame["number"] == before["number"] + 1
    assert live.widget.frame["picture"] != before["picture"]
    assert live.widget.frame["values"]["weight"] == 2.0


def test_dragging_sends_a_new_picture() -> None:
    live = demos.spikes_demo()
    ask(live, "drag", handle="current", x=3.0, y=0.0)
    assert live.widget.frame["code"] == "spikes_demo(current=3.0)"


def test_reset_goes_back_to_the_first_state() -> None:
    live = demos.neuron_demo(weight=3.0)
    live.set_state(weight=1.0, bias=2.0)
    acknowledge(live)
    ask(live, "reset")
    assert live.state() == demos.NeuronState(weight=3.0)


@pytest.mark.parametrize("content", [{}, {"values": {"weight": None, "other": 1}}])
def test_nonsense_from_the_browser_changes_nothing(content: Any) -> None:
    live = demos.neuron_demo()
    ask(live, "set", **content)
    ask(live, "unheard of")
    assert live.state() == demos.NeuronState()


@pytest.mark.usefixtures("patience")
def test_states_between_two_drawn_frames_are_skipped() -> None:
    live = demos.neuron_demo()
    for bias in (1.0, 2.0, 3.0):
        live.set_state(bias=bias)
    assert live.widget.frame["number"] == 1

    acknowledge(live)

    assert live.widget.frame["number"] == 2
    assert live.widget.frame["values"]["bias"] == 3.0


@pytest.mark.usefixtures("patience")
def test_an_old_acknowledgement_is_ignored() -> None:
    live = demos.neuron_demo()
    live.set_state(bias=1.0)
    live.set_state(bias=2.0)
    ask(live, "drawn", number=0)
    assert live.widget.frame["values"]["bias"] == 1.0


def test_a_lost_acknowledgement_does_not_block_for_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    live = demos.neuron_demo()
    live.set_state(bias=1.0)
    monkeypatch.setattr("course_utils.demos.live.PATIENCE", 0.0)
    live.set_state(bias=2.0)
    assert live.widget.frame["values"]["bias"] == 2.0


@pytest.mark.usefixtures("patience")
def test_a_new_view_gets_the_newest_picture() -> None:
    live = demos.neuron_demo()
    live.set_state(bias=1.0)
    live.set_state(bias=2.0)
    ask(live, "ready")
    assert live.widget.frame["values"]["bias"] == 2.0


def test_two_threads_leave_one_consistent_frame() -> None:
    live = demos.neuron_demo()

    def move(name: str) -> None:
        for step in range(50):
            ask(live, "set", values={name: step / 50})
            acknowledge(live)

    threads = [threading.Thread(target=move, args=(name,)) for name in ("weight", "bias")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    ask(live, "ready")

    assert live.widget.frame["values"] == live._demo.values(live.state())
    assert live.state() == demos.NeuronState(weight=1.0, bias=1.0)


def test_page_without_widgets_gets_a_picture_with_words() -> None:
    data, metadata = demos.neuron_demo()._repr_mimebundle_()

    assert "application/vnd.jupyter.widget-view+json" in data
    assert metadata["image/png"]["alt"].startswith("Two plots of one neuron")
    assert data["image/png"].startswith("iVBOR")


def test_browser_gets_all_scripts_and_the_controls() -> None:
    canvas = demos.spikes_demo().widget

    assert isinstance(canvas, Canvas)
    for start in (
        "const MARKS = {",
        "const MAKERS = {",
        "function followHands(",
        "function makeWire(",
    ):
        assert start in canvas._esm
    assert "export default { render }" in canvas._esm
    assert [control["name"] for control in canvas.setup["controls"]][:2] == ["current", "tau"]


BAD_MESSAGES = [
    {"kind": "set", "values": [1]},
    {"kind": "drag", "handle": "bias"},
    {"kind": "click", "panel": "sum", "x": "here", "y": 0.0, "other": False},
    {"kind": "press"},
]


@pytest.mark.parametrize("message", BAD_MESSAGES, ids=lambda message: message["kind"])
def test_a_message_that_means_nothing_is_answered_all_the_same(message: Any) -> None:
    live = demos.neuron_demo(weight=2.0)
    acknowledge(live)

    with pytest.raises((KeyError, TypeError, ValueError)):
        live._receive(None, {**message, "id": "view 1"}, [])

    assert live.state().weight == 2.0
    assert live.widget.frame["heard"] == "view 1"


def test_a_state_without_a_picture_is_not_kept() -> None:
    def picture(state: demos.NeuronState) -> Picture:
        if state.weight > 3:
            raise ArithmeticError("by design")
        return Picture((), alt="Nothing.")

    live = Live(replace(demos.DEMOS["neuron"], picture=picture))
    with pytest.raises(ArithmeticError, match="by design"):
        live.set_state(weight=4.0)
    acknowledge(live)
    ask(live, "ready")
    live.set_state(bias=1.0)

    assert live.state() == demos.NeuronState(bias=1.0)


def test_plain_form_and_demo_are_one() -> None:
    live = demos.neuron_demo()
    plain = live.plain()

    live.set_state(weight=3.0)
    assert plain.state().weight == 3.0
    plain.set_state(bias=1.0)
    assert live.state() == demos.NeuronState(weight=3.0, bias=1.0)
    assert live.plain() is plain
