"""Live demos: pure pictures, both ways of drawing them, and the wires."""

from __future__ import annotations

import json
import re
import threading
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_utils import demos
from course_utils.activations import ACTIVATIONS
from course_utils.demos import picture as pictures
from course_utils.demos.controls import Choice, Demo, Slider
from course_utils.demos.live import Canvas, Live
from course_utils.demos.palette import DARK, LIGHT
from course_utils.demos.picture import Handle, Line, Panel, Picture, Segments, numbers
from course_utils.demos.render import draw
from course_utils.plotting import png

every_demo = pytest.mark.parametrize("demo", demos.DEMOS.values(), ids=list(demos.DEMOS))
JAVASCRIPT = Path(demos.__file__).with_name("drawing.js").read_text()


def marks(picture: Picture, panel: int, kind: type) -> list[Any]:
    return [mark for mark in picture.panels[panel].marks if isinstance(mark, kind)]


def extremes(demo: Demo[Any]) -> list[dict[str, Any]]:
    """Return states with one control at each of its ends, the others at the start."""
    return [
        {control.name: value}
        for control in demo.controls
        for value in (
            control.options if isinstance(control, Choice) else (control.low, control.high)
        )
    ]


def ask(live: Live[Any], kind: str, **content: object) -> None:
    """Deliver a request of the browser the way ipywidgets does."""
    live.widget._handle_custom_msg({"kind": kind, **content}, [])


def acknowledge(live: Live[Any]) -> None:
    ask(live, "drawn", number=live.widget.frame["number"])


@pytest.fixture
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Never take a frame for lost, however slow the machine."""
    monkeypatch.setattr("course_utils.demos.live.PATIENCE", 1e9)


@every_demo
def test_every_extreme_can_be_drawn_and_described(demo: Demo[Any]) -> None:
    for changes in extremes(demo):
        picture = demo.picture(demo.checked(demo.start, changes))
        assert png(draw(picture)).startswith(b"\x89PNG")
        assert re.fullmatch(r"[A-Z].{60,}\.", picture.alt)
        assert "nan" not in json.dumps(picture.as_data()).lower()


@every_demo
def test_a_picture_is_pure(demo: Demo[Any]) -> None:
    assert demo.picture(demo.start) == demo.picture(demo.start)


@every_demo
def test_every_field_has_a_control_and_starts_on_it(demo: Demo[Any]) -> None:
    values = demo.values(demo.start)

    assert [control.name for control in demo.controls] == list(values)
    assert demo.checked(demo.start, values) == demo.start


@every_demo
def test_every_control_changes_the_picture(demo: Demo[Any]) -> None:
    for control in demo.controls:
        seen = {
            demo.picture(demo.checked(demo.start, changes))
            for changes in extremes(demo)
            if control.name in changes
        }
        assert len(seen) > 1, control.name


@every_demo
def test_every_handle_can_be_dragged_anywhere(demo: Demo[Any]) -> None:
    names = [h.name for i in (0, 1) for h in marks(demo.picture(demo.start), i, Handle)]
    for name in names:
        for x, y in [(0.0, 0.0), (1e9, -1e9), (-1e9, 1e9)]:
            state = demo.dragged(demo.start, name, x, y)
            assert demo.checked(demo.start, demo.values(state)) == state


@every_demo
def test_code_brings_the_state_back(demo: Demo[Any]) -> None:
    for changes in extremes(demo):
        live = Live(demo, **changes)
        assert eval(repr(live), vars(demos)).state() == live.state()


@every_demo
def test_browser_knows_every_mark_and_colour(demo: Demo[Any]) -> None:
    data = demo.picture(demo.start).as_data()
    for mark in (mark for panel in data["panels"] for mark in panel["marks"]):
        assert f"\n  {mark['kind']}(c, m, p) {{" in JAVASCRIPT
        assert mark["role"] in LIGHT


def test_both_palettes_have_every_role() -> None:
    assert set(LIGHT) == set(DARK) == set(pictures.Role.__args__)  # type: ignore[attr-defined]


@pytest.mark.parametrize(("palette", "paper"), [(LIGHT, "#ffffff"), (DARK, "#111111")])
def test_lines_stand_out_from_the_page(palette: dict[str, str], paper: str) -> None:
    for role in ("curve", "accent", "second", "muted"):
        assert contrast(palette[role], paper) >= 4.5, role


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of the Web Content Accessibility Guidelines."""
    lights = []
    for colour in (one, other):
        channels = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
        low = channels <= 0.04045
        linear = np.where(low, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
        lights.append(float(linear @ [0.2126, 0.7152, 0.0722]) + 0.05)
    return max(lights) / min(lights)


@given(st.floats(-4, 4), st.floats(-6, 6), st.floats(-5, 5))
def test_neuron_picture_shows_the_numbers(weight: float, bias: float, x: float) -> None:
    demo = demos.DEMOS["neuron"]
    state = demo.settled(demo.start, {"weight": weight, "bias": bias, "x": x})
    z = state.weight * state.x + state.bias

    status = demo.picture(state).status

    assert float(status.split("z = ")[1].split()[0]) == pytest.approx(z, abs=0.0051)


@pytest.mark.parametrize("activation", sorted(ACTIVATIONS))
def test_dragged_boundary_is_where_the_sum_is_0(activation: str) -> None:
    demo = demos.DEMOS["neuron"]
    state = demo.checked(demo.start, {"weight": 2.0, "activation": activation})

    moved = demo.dragged(state, "boundary", 1.5, 0.0)

    assert moved.bias == -3
    assert [h.x for h in marks(demo.picture(moved), 1, Handle) if h.name == "boundary"] == [1.5]


def test_dragging_the_sum_sets_bias_and_weight() -> None:
    demo = demos.DEMOS["neuron"]
    state = demo.dragged(demo.start, "bias", 0.0, 2.0)

    assert state.bias == 2
    assert demo.dragged(state, "weight", 2.0, 5.0).weight == 1.5
    assert demo.dragged(state, "input", -1.2, 0.0).x == -1.2


def test_flat_neuron_has_no_boundary_to_drag() -> None:
    demo = demos.DEMOS["neuron"]
    picture = demo.picture(demo.checked(demo.start, {"weight": 0.0}))

    assert "boundary" not in [handle.name for handle in marks(picture, 1, Handle)]
    assert "the activation a is flat" in picture.alt


def test_spikes_picture_counts_its_strokes() -> None:
    demo = demos.DEMOS["spikes"]
    picture = demo.picture(demo.checked(demo.start, {"current": 1.5}))

    (strokes,) = marks(picture, 0, Segments)
    assert len(strokes.x) == 10  # one each 20.986 ms, the first after 10.986 ms
    assert "with 10 spikes" in picture.alt


@pytest.mark.parametrize(("current", "words"), [(0.5, "no spikes"), (1.5, "10 spikes")])
def test_spikes_are_counted_in_words(current: float, words: str) -> None:
    demo = demos.DEMOS["spikes"]
    title = demo.picture(demo.checked(demo.start, {"current": current})).panels[0].title
    assert title == f"Voltage: {words} in 200 ms"


@given(st.floats(0, 4), st.floats(2, 40), st.floats(5, 20))
def test_no_curve_crosses_the_words_above(current: float, tau: float, rest: float) -> None:
    demo = demos.DEMOS["spikes"]
    state = demo.settled(
        demo.start, {"current": current, "tau": tau, "refractory": rest, "compare": "relu"}
    )
    for panel in demo.picture(state).panels:
        lowest_word = min(m.y for m in panel.marks if isinstance(m, pictures.Text))
        curves = [max(m.y) for m in panel.marks if isinstance(m, Line)]
        strokes = [m.high for m in panel.marks if isinstance(m, Segments)]
        assert max(curves + strokes) < lowest_word


def test_rate_axis_is_the_same_for_every_cell() -> None:
    demo = demos.DEMOS["spikes"]
    pair = [demo.checked(demo.start, {"refractory": rest}) for rest in (5.0, 20.0)]

    assert len({demo.picture(state).panels[1].y_range for state in pair}) == 1


def test_spike_in_the_last_instant_stands_inside_the_frame() -> None:
    picture = demos.DEMOS["spikes"].picture(demos.SpikesState(current=1.5))

    (strokes,) = marks(picture, 0, Segments)
    assert strokes.x[-1] == pytest.approx(199.9, abs=0.2)
    assert picture.panels[0].x_range[1] > 202


@pytest.mark.parametrize("weight", [-4.0, 0.0, 0.1, 1.0, 4.0])
def test_handles_of_the_sum_keep_their_distance(weight: float) -> None:
    demo = demos.DEMOS["neuron"]
    bias, pulled = marks(demo.picture(demo.checked(demo.start, {"weight": weight})), 0, Handle)

    assert pulled.x - bias.x == 2.0


@pytest.mark.parametrize(("tau", "rest"), [(2.0, 20.0), (10.0, 10.0)])
def test_relu_is_seen_to_cross_the_ceiling(tau: float, rest: float) -> None:
    state = demos.SpikesState(tau=tau, refractory=rest, compare="relu")
    _, relu = marks(demos.DEMOS["spikes"].picture(state), 1, Line)

    assert relu.y[-1] == pytest.approx(1030 / rest)


def test_comparison_adds_a_curve() -> None:
    demo = demos.DEMOS["spikes"]
    pair = demo.picture(demo.checked(demo.start, {"compare": "relu"}))
    assert len(marks(pair, 1, Line)) == 2


def test_dragging_the_rate_sets_the_current() -> None:
    demo = demos.DEMOS["spikes"]
    assert demo.dragged(demo.start, "current", 2.26, 99.0).current == 2.25


def test_slider_settles_on_its_grid() -> None:
    slider = Slider("w", "w", low=-1.0, high=1.0, step=0.1)
    settled = [slider.settle(value) for value in (0.32, 5, -5, "1", True, np.nan, None)]
    assert settled == [0.3, 1.0, -1.0, None, None, None, None]


def test_choice_keeps_to_its_options() -> None:
    choice = Choice("f", "f", ("relu", "tanh"))
    assert [choice.settle(value) for value in ("tanh", "other", 3)] == ["tanh", None, None]


@pytest.mark.parametrize(
    ("changes", "error", "words"),
    [
        ({"weight": 9}, ValueError, "weight must be a number from -4 to 4; got 9"),
        ({"weight": "big"}, ValueError, "weight must be a number .* got 'big'"),
        (
            {"activation": "step"},
            ValueError,
            "activation must be one of sigmoid, .* got 'step'",
        ),
        ({"wait": 1}, TypeError, "neuron_demo has no 'wait'; it has weight, bias"),
    ],
)
def test_wrong_states_are_refused(changes: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        demos.neuron_demo(**changes)


def test_units_are_named_in_the_complaint() -> None:
    with pytest.raises(ValueError, match=r"tau must be a number from 2 to 40 ms; got 0\.01"):
        demos.spikes_demo(tau=0.01)


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


def test_browser_gets_both_scripts_and_the_controls() -> None:
    canvas = demos.spikes_demo().widget

    assert isinstance(canvas, Canvas)
    assert "MARKS = {" in canvas._esm
    assert "export default { render }" in canvas._esm
    assert [control["name"] for control in canvas.setup["controls"]][:2] == ["current", "tau"]


def test_static_twin_draws_one_row_for_each_state() -> None:
    figure = demos.static("neuron", {"weight": 1.0}, {"weight": -1.0}, {"weight": 0.0})
    assert len(figure.axes) == 6
    assert len(demos.spikes_demo().static().axes) == 2


def test_static_twin_starts_from_the_state_of_the_demo() -> None:
    figure = demos.neuron_demo(weight=2.0, x=1.0).static({"bias": 1.0})
    assert figure.axes[0].get_title("left") == "Sum: z = 2·1 + 1 = 3.00"


def test_static_twin_of_an_unknown_demo() -> None:
    with pytest.raises(
        ValueError, match="no demo called 'neurons'; choose one of neuron, spikes"
    ):
        demos.static("neurons")


def test_every_kind_of_mark_can_be_drawn() -> None:
    one = (0.2, 0.8)
    panel = Panel(
        "All marks", "x", "y", (0.0, 1.0), (0.0, 1.0),
        (
            pictures.Band("x", 0.1, 0.2), pictures.Band("y", 0.1, 0.2),
            pictures.Rule("x", 0.5, label="here"), pictures.Rule("y", 0.5, label="there"),
            Line(one, one, label="end"), pictures.Points(one, one, shape="diamond"),
            Segments(one, 0.1, 0.2), pictures.Text(0.5, 0.5, "words"),
            Handle("h", 0.5, 0.5, "xy", "h"),
        ),
    )  # fmt: skip
    words = {text.get_text() for text in draw(Picture((panel,), alt="Marks.")).axes[0].texts}
    assert words == {"here", "there", "end", "words", "h"}


def test_something_else_cannot_be_drawn() -> None:
    panel = Panel("", "", "", (0.0, 1.0), (0.0, 1.0), ("a word",))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"no way to draw a str; register one in render\.py"):
        draw(Picture((panel,), alt="A word."))


def test_no_picture_is_no_figure() -> None:
    with pytest.raises(ValueError, match="draw\\(\\) needs at least one picture, got none"):
        draw()


def test_demo_without_handles_stays_where_it_is() -> None:
    start = demos.NeuronState()
    still = Demo("still", "Still", start, (), lambda _state: Picture((), alt="Nothing."))
    assert still.dragged(start, "any", 1.0, 1.0) == start


def test_numbers_are_rounded_floats() -> None:
    assert numbers(np.array([1, 2])) == (1.0, 2.0)
    assert numbers(np.array([1 / 3], np.float32)) == pytest.approx((0.33333,), abs=1e-6)
