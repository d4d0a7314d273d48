"""The demo of maxout: the largest line, who wins where, and how many parameters."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course_utils import demos
from course_utils.activations import leaky_relu, relu
from course_utils.demos import marks as kinds
from course_utils.demos.demo import Click

DEMO = demos.DEMOS["maxout"]
STATUS = re.compile(
    r"Pieces win (.+) of the inputs from −3 to 3; the chord is up to (\S+) above; for "
    r"D = (\S+) the unit has \d\(D \+ 1\) = (\S+) parameters, a neuron (\S+)\."
)


def marks(panel: Any, kind: type) -> list[Any]:
    return [mark for mark in panel.marks if isinstance(mark, kind)]


def at(**changes: Any) -> Any:
    return DEMO.checked(DEMO.start, changes)


def curve(state: Any) -> Any:
    """Return x and the output of the unit as they are drawn."""
    line = marks(DEMO.picture(state).panels[0], kinds.Line)[0]
    return np.array(line.x), np.array(line.y)


def test_presets_are_the_activations_they_are_called() -> None:
    wanted: dict[str, Callable[[Any], Any]] = {
        "ReLU": relu,
        "leaky ReLU": lambda x: leaky_relu(x, alpha=0.1),
        "absolute value": np.abs,
    }
    for name, function in wanted.items():
        state = at(preset=name)
        x, y = curve(state)
        assert (state.preset, state.n_pieces) == (name, 2)
        assert y == pytest.approx(function(x), abs=1e-5)


def test_numbers_of_the_start_by_hand() -> None:
    # -x - 1, 0 and x - 1 meet at -1 and 1; the chord joins two points of height 1.
    picture = DEMO.picture(DEMO.start)
    found = STATUS.fullmatch(picture.status)
    assert found
    assert found.groups() == ("33%, 33%, 33%", "1.00", "1", "6", "2")
    assert picture.panels[0].title == "Largest of 3: chord up to 1.00 above"
    assert picture.panels[1].title == "Parameters: 6 (neuron: 2)"
    assert [t.text for t in marks(picture.panels[1], kinds.Text)] == ["33%"] * 3
    assert [b.heights[0] for b in marks(picture.panels[1], kinds.Bars)] == pytest.approx(
        [100 / 3] * 3, abs=0.05
    )


@pytest.mark.parametrize("k", [2, 3, 4])
@pytest.mark.parametrize("d", [1, 2, 10, 100, 3072])
def test_parameters_are_k_times_those_of_a_neuron(k: int, d: int) -> None:
    picture = DEMO.picture(at(n_pieces=k, n_inputs=d))
    title = picture.panels[1].title
    assert title == f"Parameters: {k * (d + 1):,} (neuron: {d + 1:,})"
    assert f"the unit has {k}(D + 1) = {k * (d + 1):,} parameters" in picture.status
    assert len(title) <= 40


pairs = st.tuples(st.floats(-2, 2), st.floats(-2, 2))


@settings(deadline=None, max_examples=50)
@given(st.tuples(pairs, pairs, pairs, pairs), st.integers(2, 4), st.integers(1, 4))
def test_any_unit_is_convex_and_its_shares_add_up(lines: Any, k: int, piece: int) -> None:
    state = DEMO.settled(DEMO.start, {"lines": lines, "n_pieces": k, "piece": piece})
    x, y = curve(state)
    assert y == pytest.approx(np.max([w * x + b for w, b in state.lines[:k]], axis=0), abs=1e-5)
    assert np.diff(y, 2).min() > -3e-5
    panel = DEMO.picture(state).panels[1]
    assert sum(bar.heights[0] for bar in marks(panel, kinds.Bars)) == pytest.approx(100)
    found = STATUS.fullmatch(DEMO.picture(state).status)
    assert found
    assert float(found[2]) >= 0
    assert (state.slope, state.offset) == state.lines[state.piece - 1]
    assert DEMO.checked(DEMO.start, DEMO.values(state)) == state


def test_share_of_a_piece_follows_from_where_lines_cross() -> None:
    # 2x + 2 meets -x - 1 at -1: it wins two thirds, and the two between never win.
    state = at(n_pieces=4, piece=4, slope=2.0, offset=2.0)
    found = STATUS.fullmatch(DEMO.picture(state).status)
    assert found
    assert found[1] == "33%, 0%, 0%, 67%"


def test_gap_below_the_chord_is_that_at_the_bend() -> None:
    # 2x + 2 and -x - 1 meet in (-1, 0); the chord from (-3, 2) to (3, 8) is 4 high there.
    state = at(n_pieces=4, piece=4, slope=2.0, offset=2.0, left=-3.0, right=3.0)
    picture = DEMO.picture(state)
    assert "up to 4.00 above" in picture.status
    assert picture.panels[0].title == "Largest of 4: chord up to 4.00 above"


def test_lines_are_written_as_one_says_them() -> None:
    assert "lines, −x − 1, 0, x − 1, 1.8x − 2," in DEMO.picture(at(n_pieces=4)).alt
    assert "lines, −x, x," in DEMO.picture(at(preset="absolute value")).alt


def test_sliders_show_the_chosen_piece_and_change_it_alone() -> None:
    second = at(piece=2)
    assert (second.slope, second.offset) == (0, 0)
    moved = DEMO.settled(second, {"slope": 0.5})
    assert moved.lines == ((-1, -1), (0.5, 0), (1, -1), (1.8, -2))
    assert DEMO.settled(moved, {"piece": 1}).slope == -1
    relu_unit = DEMO.settled(moved, {"preset": "ReLU"})
    assert (relu_unit.n_pieces, relu_unit.piece, relu_unit.slope) == (2, 2, 1)
    assert DEMO.settled(relu_unit, {"offset": 0.3}).preset == "own"
    assert DEMO.settled(relu_unit, {"n_pieces": 3}).preset == "own"


def test_handles_and_clicks() -> None:
    assert DEMO.dragged(DEMO.start, "offset", 0.0, 0.5).lines[0] == (-1, 0.5)
    assert DEMO.dragged(DEMO.start, "slope", 1.0, 0.5).slope == 1.5
    assert DEMO.dragged(DEMO.start, "left", -1.0, 0.0).left == -1
    assert DEMO.dragged(DEMO.start, "right", 1.0, 0.0).right == 1.6
    assert DEMO.clicked(DEMO.start, Click("lines", 2.5, 1.4)).piece == 3


@pytest.mark.parametrize("lines", [(), ((0.0, 0.0),) * 3, ((0.0,),) * 4, ((0.0, "a"),) * 4])
def test_what_are_no_lines_is_refused(lines: Any) -> None:
    with pytest.raises(ValueError, match="lines can't be"):
        demos.maxout_demo(lines=lines)
