"""The pictures of the demos: pure, complete, and true to the numbers."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from course_utils import demos
from course_utils.demos import marks as kinds
from course_utils.demos.demo import Demo
from course_utils.demos.live import Live
from course_utils.demos.marks import Handle, Line, Segments, numbers
from course_utils.demos.palette import LIGHT
from course_utils.demos.picture import Picture
from course_utils.demos.render import draw

every_demo = pytest.mark.parametrize("demo", demos.DEMOS.values(), ids=list(demos.DEMOS))
JAVASCRIPT = Path(demos.__file__).with_name("drawing.js").read_text()


def marks(picture: Picture, panel: int, kind: type) -> list[Any]:
    return [mark for mark in picture.panels[panel].marks if isinstance(mark, kind)]


def pixels(figure: Figure) -> Any:
    """Return a small copy of a figure as numbers, which is drawn faster than a file."""
    figure.set_dpi(25)
    canvas: Any = FigureCanvasAgg(figure)
    canvas.draw()
    return np.asarray(canvas.buffer_rgba())


def extremes(demo: Demo[Any]) -> list[dict[str, Any]]:
    """Return states with one control at each of its ends, the others at the start."""
    return [{control.name: value} for control in demo.controls for value in control.ends]


@pytest.mark.slow
@every_demo
def test_every_extreme_can_be_drawn_and_described(demo: Demo[Any]) -> None:
    states = [demo.checked(demo.start, changes) for changes in extremes(demo)]
    for picture in dict.fromkeys(map(demo.picture, states)):  # equal ones are drawn alike
        assert np.ptp(pixels(draw(picture))) > 0
        assert re.fullmatch(r"[A-Z].{60,}\.", picture.alt)
        assert "nan" not in json.dumps(picture.as_data(), default=lambda _levels: "").lower()


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
    picture = demo.picture(demo.start)
    names = [h.name for i in range(len(picture.panels)) for h in marks(picture, i, Handle)]
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
        assert mark.get("role", "muted") in LIGHT


@given(st.floats(-4, 4), st.floats(-6, 6), st.floats(-5, 5))
def test_neuron_picture_shows_the_numbers(weight: float, bias: float, x: float) -> None:
    demo = demos.DEMOS["neuron"]
    state = demo.settled(demo.start, {"weight": weight, "bias": bias, "x": x})
    z = state.weight * state.x + state.bias

    status = demo.picture(state).status

    assert float(status.split("z = ")[1].split()[0]) == pytest.approx(z, abs=0.0051)


@pytest.mark.parametrize("activation", ["sigmoid", "tanh", "relu", "identity"])
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
        lowest_word = min(m.y for m in panel.marks if isinstance(m, kinds.Text))
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

    assert max(relu.y) > 1.03 * 1000 / rest  # and as far as there is room


@pytest.mark.parametrize("current", [1.05, 1.5, 4.0])
@pytest.mark.parametrize(("tau", "rest"), [(2.0, 5.0), (2.0, 20.0), (10.0, 10.0)])
def test_voltage_touches_the_threshold_at_every_spike(
    current: float, tau: float, rest: float
) -> None:
    state = demos.SpikesState(current, tau, rest)
    picture = demos.DEMOS["spikes"].picture(state)
    (strokes,) = marks(picture, 0, Segments)
    (voltage,) = marks(picture, 0, Line)
    period = rest + tau * np.log(current / (current - 1))

    tops = [t for t, v in zip(voltage.x, voltage.y, strict=True) if v == 1.0]
    assert tops == list(strokes.x)
    assert max(voltage.y) == 1.0
    assert np.diff(tops) == pytest.approx(period, abs=0.021)
    assert f"fires at {1000 / period:.2f} Hz, once in {period:.2f} ms" in picture.status


def test_cell_without_enough_current_never_fires() -> None:
    status = demos.DEMOS["spikes"].picture(demos.SpikesState(current=1.0)).status
    assert status == "At current 1 the cell never fires."


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"weight": 0.0, "bias": -6.0}, "= 0.0025"),
        ({"weight": 0.0, "bias": 6.0}, "= 0.9975"),
        ({"weight": 4.0, "bias": 6.0, "x": 5.0}, "> 0.9999"),
        ({"weight": 4.0, "x": -5.0}, "< 0.0001"),
        ({"weight": -4.0, "x": 5.0, "activation": "tanh"}, "< -0.9999"),
        ({"weight": -4.0, "x": 5.0, "activation": "relu"}, "= 0.00"),
    ],
)
def test_open_ends_of_activations_are_not_reached(changes: Any, words: str) -> None:
    demo = demos.DEMOS["neuron"]
    picture = demo.picture(demo.checked(demo.start, changes))
    assert picture.status.endswith(f"and a {words}.")
    assert picture.panels[1].title.endswith(words.replace("-", "−"))


def test_values_out_of_sight_are_named_at_the_edge() -> None:
    state = demos.NeuronState(4.0, 6.0, "relu", 5.0)
    picture = demos.DEMOS["neuron"].picture(state)
    for panel in (0, 1):
        assert [mark.text for mark in marks(picture, panel, kinds.Text)] == ["26.00 ↑"]
        assert not marks(picture, panel, kinds.Points)


def test_comparison_adds_a_curve() -> None:
    demo = demos.DEMOS["spikes"]
    pair = demo.picture(demo.checked(demo.start, {"compare": "relu"}))
    assert len(marks(pair, 1, Line)) == 2


def test_dragging_the_rate_sets_the_current() -> None:
    demo = demos.DEMOS["spikes"]
    assert demo.dragged(demo.start, "current", 2.26, 99.0).current == 2.25


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


def test_demo_without_handles_stays_where_it_is() -> None:
    start = demos.NeuronState()
    still = Demo("still", "Still", start, (), lambda _state: Picture((), alt="Nothing."))
    assert still.dragged(start, "any", 1.0, 1.0) == start


def test_numbers_are_rounded_floats() -> None:
    assert numbers(np.array([1, 2])) == (1.0, 2.0)
    assert numbers(np.array([1 / 3], np.float32)) == pytest.approx((0.33333,), abs=1e-6)
