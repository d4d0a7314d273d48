"""The demo of folds over folds: its pieces, its errors and the inputs it folds together."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from course_utils import demos
from course_utils.approximation import n_linear_pieces, tent
from course_utils.demos import marks as kinds

DEMO = demos.DEMOS["tents"]


def state_with(**changes: Any) -> Any:
    return DEMO.checked(DEMO.start, changes)


def marks(state: Any, panel: int, kind: type) -> list[Any]:
    return [mark for mark in DEMO.picture(state).panels[panel].marks if isinstance(mark, kind)]


@pytest.mark.parametrize(
    ("depth", "factor", "width"), [(1, 1, 2), (3, 1, 6), (4, 2, 16), (8, 1, 16), (8, 16, 256)]
)
def test_pieces_and_error_are_those_of_the_curves(
    depth: int, factor: float, width: int
) -> None:
    state = state_with(depth=depth, factor=float(factor))
    deep, wide = marks(state, 0, kinds.Line)
    x = np.linspace(0, 1, 2**12 + 1)
    as_drawn = np.interp(x, np.round(np.array(wide.x) * 256) / 256, wide.y)  # 5 decimals
    pieces = len(wide.x) - 1
    off = np.abs(as_drawn - tent(x, depth)).max()

    picture = DEMO.picture(state)

    assert n_linear_pieces(depth) == 2**depth == len(deep.x) - 1
    assert deep.y == pytest.approx(np.arange(2**depth + 1) % 2)
    assert f"draw {2**depth} pieces; {width} side by side draw {pieces}." in picture.status
    assert picture.status.endswith(f"at least {2**depth - 1} for {2**depth}.")
    assert f"{2**depth} pieces; one layer (dashed): {pieces}, " in picture.panels[0].title
    assert picture.panels[0].title.endswith(f"at most {off:.2f} off")
    assert picture.panels[1].title.endswith(f"= {2**depth}")


def test_neurons_beyond_a_piece_each_are_said_to_be_idle() -> None:
    status = DEMO.picture(state_with(depth=1, factor=16.0)).status

    assert "2 side by side draw 2, and 30 more would be idle." in status
    assert "idle" not in DEMO.picture(DEMO.start).status


def test_one_layer_with_enough_neurons_draws_the_same() -> None:
    picture = DEMO.picture(state_with(depth=8, factor=16.0))
    assert "which is the same" in picture.alt
    assert "at most 0.00 off" in picture.panels[0].title


def test_every_piece_has_an_input_with_the_same_output() -> None:
    state = state_with(depth=5, x=0.63)
    same, here = marks(state, 0, kinds.Points)

    assert len(set(same.x)) == 32
    assert tent(same.x, 5) == pytest.approx(tent(0.63, 5), abs=1e-3)
    assert min(abs(np.array(same.x) - 0.63)) < 1e-5
    assert here.y == pytest.approx([tent(0.63, 5)], abs=1e-5)


def test_an_input_is_followed_fold_by_fold() -> None:
    picture = DEMO.picture(state_with(depth=3, x=0.3))
    assert picture.panels[2].title == "x = 0.30 is 0.40 after 3 folds"  # 0.6, 0.8, 0.4
    assert marks(state_with(depth=3, x=0.3), 2, kinds.Points)[0].y == pytest.approx(
        (0.3, 0.6, 0.8, 0.4)
    )


def test_dragging_and_playing() -> None:
    assert DEMO.dragged(DEMO.start, "x", 0.614, 5.0).x == 0.61
    deeper = DEMO.ticked(DEMO.start)
    assert deeper is not None
    assert deeper.depth == DEMO.start.depth + 1
    assert DEMO.ticked(state_with(depth=8)) is None
