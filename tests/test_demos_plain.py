"""Demos of plain ipywidgets: the same states and pictures, without the canvas."""

from __future__ import annotations

import asyncio
import html
import io
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import ipywidgets
import pytest
from matplotlib.image import imread

from course_utils import demos
from course_utils.demos.plain import Paper, Plain


def plain(name: str, **changes: object) -> Plain[Any]:
    demo = demos.DEMOS[name]
    return Plain(demo, demo.checked(demo.start, changes))


def pixels(png: bytes) -> Any:
    return imread(io.BytesIO(png))


def press(shown: Plain[Any], label: str) -> None:
    (button,) = (b for b in shown.box.children[-1].children if b.description == label)
    button.click()


@pytest.mark.parametrize("name", demos.DEMOS)
def test_every_demo_has_a_plain_form(name: str) -> None:
    shown = plain(name)

    assert bytes(shown._picture.value).startswith(b"\x89PNG")
    assert demos.DEMOS[name].picture(shown.state()).status[:9] in html.unescape(
        shown._status.value
    )
    assert "widget-view" in str(shown._repr_mimebundle_())


def test_a_moved_slider_changes_state_and_picture() -> None:
    shown = plain("neuron")
    before = shown._picture.value

    shown._controls["weight"].value = 2.0

    assert shown.state().weight == 2.0
    assert shown._picture.value != before


def test_marks_drawn_over_kept_axes_look_like_those_drawn_afresh() -> None:
    demo, paper = demos.DEMOS["neuron"], Paper()
    paper.png(demo.picture(demo.start))
    moved = demo.picture(demo.checked(demo.start, {"weight": -2.0}))

    assert (pixels(paper.png(moved)) == pixels(Paper().png(moved))).all()


def test_set_state_moves_the_sliders() -> None:
    shown = plain("neuron")
    shown.set_state(bias=1.5)

    assert shown._controls["bias"].value == 1.5
    with pytest.raises(ValueError, match="bias must be a number from -6 to 6; got 99"):
        shown.set_state(bias=99)


def test_step_and_reset_are_buttons() -> None:
    shown = plain("zigzag", n_steps=3)
    press(shown, "Step")
    assert shown.state().n_steps == 4
    press(shown, "Reset")
    assert shown.state().n_steps == 3


def test_play_goes_on_by_itself_until_it_is_pressed_again() -> None:
    async def scene() -> list[int]:
        shown = plain("zigzag", n_steps=0)
        press(shown, "Play or pause")
        await asyncio.sleep(0.4)
        press(shown, "Play or pause")
        await asyncio.sleep(0)
        stopped = shown.state().n_steps
        await asyncio.sleep(0.2)
        return [stopped, shown.state().n_steps]

    # In a thread of its own: a browser test that shares this process leaves a loop running.
    with ThreadPoolExecutor(1) as thread:
        stopped, later = thread.submit(asyncio.run, scene()).result()

    assert 0 < stopped == later


@pytest.mark.parametrize(
    ("name", "control", "kind"),
    [
        ("neuron", "weight", ipywidgets.FloatSlider),
        ("zigzag", "n_steps", ipywidgets.IntSlider),
        ("zigzag", "learning_rate", ipywidgets.SelectionSlider),
        ("neuron", "activation", ipywidgets.Dropdown),
    ],
)
def test_each_control_has_its_widget(name: str, control: str, kind: type) -> None:
    assert isinstance(plain(name)._controls[control], kind)


def test_environment_shows_all_demos_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NN_DEMOS", "plain")
    live = demos.neuron_demo(weight=2.0)

    data, metadata = live._repr_mimebundle_()

    view: Any = data["application/vnd.jupyter.widget-view+json"]
    assert view["model_id"] != live.widget.model_id
    assert metadata["image/png"]["alt"].startswith("Two plots of one neuron")
