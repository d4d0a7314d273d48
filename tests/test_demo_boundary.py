"""The demo of one neuron's boundary: its numbers, its handles and its fits."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from course_utils import demos
from course_utils.demos import marks as kinds

DEMO = demos.DEMOS["boundary"]


def marks(panel: Any, kind: type) -> list[Any]:
    return [mark for mark in panel.marks if isinstance(mark, kind)]


def shown(state: Any) -> tuple[np.ndarray, np.ndarray]:
    """Return the points of the left panel with their classes, read from its marks."""
    groups = marks(DEMO.picture(state).panels[0], kinds.Points)
    X = np.concatenate([np.column_stack([group.x, group.y]) for group in groups])
    return X, np.concatenate([[int(g.role == "class1")] * len(g.x) for g in groups])


@pytest.mark.parametrize("data", ["overlap", "lie apart", "cross"])
@pytest.mark.parametrize("loss", ["both", "hinge"])
def test_numbers_follow_from_the_points_on_show(data: str, loss: str) -> None:
    state = DEMO.checked(DEMO.start, {"data": data, "loss": loss, "w1": 1.15, "b": -0.5})
    X, y = shown(state)
    z = X @ [1.15, -1.0] - 0.5
    m = np.where(y == 1, z, -z)
    entropy, hinge = np.log1p(np.exp(-m)).mean(), np.maximum(0, 1 - m).mean()
    costs = f"Cross-entropy {entropy:.2f}, hinge {hinge:.2f}"

    picture = DEMO.picture(state)

    assert len(X) == 40
    assert picture.status == (
        f"{costs}; {np.sum(m > 0)} of 40 points are on their side, "
        f"{np.sum(m < 1)} count for the hinge."
    )
    assert picture.panels[0].title == f"Boundary: {np.sum(m > 0)} of 40 on their side"
    assert picture.panels[1].title == costs


def test_points_lie_on_the_curve_of_their_loss() -> None:
    panel = DEMO.picture(DEMO.checked(DEMO.start, {"loss": "hinge"})).panels[1]
    for group in marks(panel, kinds.Points):
        assert group.y == pytest.approx(np.maximum(0, 1 - np.array(group.x)), abs=2e-5)
    entropy, _ = marks(panel, kinds.Line)
    assert entropy.y == pytest.approx(np.log1p(np.exp(-np.array(entropy.x))), abs=1e-5)


def test_boundary_is_at_a_right_angle_to_the_arrow() -> None:
    picture = DEMO.picture(DEMO.checked(DEMO.start, {"w1": 1.5, "w2": 0.7, "b": 1.2}))
    (arrow,) = marks(picture.panels[0], kinds.Arrow)
    for line in marks(picture.panels[0], kinds.Line):
        along = np.diff([line.x, line.y], axis=1).ravel()
        assert abs(along @ [arrow.x1, arrow.y1]) < 1e-6 * np.hypot(*along)
        level = float(np.array([line.x[0], line.y[0]]) @ [1.5, 0.7] + 1.2)
        assert round(level, 3) in {-1.0, 0.0, 1.0}


@pytest.mark.parametrize(("w1", "w2", "b"), [(1.15, -1.0, 0.0), (-1.5, -1.5, 1.0), (2, 1, 2)])
def test_no_line_crosses_its_key(w1: float, w2: float, b: float) -> None:
    panel = DEMO.picture(DEMO.checked(DEMO.start, {"w1": w1, "w2": w2, "b": b})).panels[0]
    (key,) = [text for text in marks(panel, kinds.Text) if "z = 1" in text.text]
    half_of_the_picture = 4.0 if key.align == "left" else -4.0

    across = key.x + half_of_the_picture * np.linspace(0, 1, 50)
    z = across * w1 + key.y * w2 + b
    assert len(set(np.digitize(z, [-1, 0, 1]))) == 1


def test_points_beyond_the_axis_are_counted() -> None:
    state = DEMO.checked(DEMO.start, {"w1": 3.0, "w2": -2.5, "b": 4.0})
    X, y = shown(state)
    m = (2 * y - 1) * (X @ [3.0, -2.5] + 4.0)
    words = [mark.text for mark in marks(DEMO.picture(state).panels[1], kinds.Text)]

    assert f"← {np.sum(m < -4)} more" in words
    assert f"{np.sum(m > 5)} more →" in words


def test_dragging_sets_weights_and_shifts_the_boundary() -> None:
    moved = DEMO.dragged(DEMO.start, "w", 1.0, 2.0)
    assert (moved.w1, moved.w2, moved.b) == (1.0, 2.0, 0.0)
    assert DEMO.dragged(moved, "b", 0.5, 0.25).b == -1.0
    still = DEMO.picture(DEMO.dragged(moved, "w", 0.0, 0.0))
    assert [handle.name for handle in marks(still.panels[0], kinds.Handle)] == ["w"]
    assert "Cross-entropy 0.69, hinge 1.00" in still.status  # ln 2, and a margin of 0


@pytest.mark.parametrize(("b", "given"), [(-1.0, 0), (0.0, 0), (1.0, 1)])
def test_without_weights_there_are_no_sides(b: float, given: int) -> None:
    picture = DEMO.picture(DEMO.checked(DEMO.start, {"w1": 0.0, "w2": 0.0, "b": b}))
    assert picture.panels[0].title == f"No sides: all go to class {given}"
    assert f"there are no sides, all points go to class {given}, " in picture.status


def test_small_points_and_dashed_lines_are_explained() -> None:
    panel = DEMO.picture(DEMO.checked(DEMO.start, {"loss": "hinge"})).panels[0]
    assert [mark.text for mark in marks(panel, kinds.Text)] == [
        "– –  z = −1 and z = 1",
        "small points cost the hinge nothing",
    ]


def test_fits_are_minima_of_their_losses() -> None:
    for loss, word in (("cross-entropy", 1), ("hinge", 3)):
        fitted = DEMO.pressed(DEMO.start, loss)
        best = float(DEMO.picture(fitted).panels[1].title.replace(",", "").split()[word])
        for field in ("w1", "w2", "b"):
            for step in (-0.4, 0.4):
                other = DEMO.settled(fitted, {field: getattr(fitted, field) + step})
                title = DEMO.picture(other).panels[1].title.replace(",", "")
                assert float(title.split()[word]) >= best - 0.01  # the penalty is left out


def test_no_line_helps_against_xor() -> None:
    for loss in ("cross-entropy", "hinge"):
        crossed = DEMO.pressed(DEMO.checked(DEMO.start, {"data": "cross"}), loss)
        X, y = shown(crossed)
        z = X @ [crossed.w1, crossed.w2] + crossed.b
        assert np.mean((z > 0) == y) <= 0.75
