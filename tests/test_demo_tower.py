"""The demo of towers over the plane: its errors, its threshold and its handles."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pytest

from course_utils import demos
from course_utils.demos import marks as kinds
from course_utils.demos._tower_networks import SURFACES, square, tiling, tower

DEMO = demos.DEMOS["tower"]


def state_with(**changes: Any) -> Any:
    return DEMO.checked(DEMO.start, changes)


def handle(state: Any, panel: int, name: str) -> Any:
    marks = DEMO.picture(state).panels[panel].marks
    return next(m for m in marks if isinstance(m, kinds.Handle) and m.name == name)


def sigmoid(u: Any) -> Any:
    return 1 / (1 + np.exp(-np.clip(u, -500, 500)))


def one_by_one(X: np.ndarray, target: str, kind: str, n: int, k: float, t: float) -> np.ndarray:
    """Add up towers one by one, each written out; the outermost reach beyond the square."""
    edges = [-2.0, *np.linspace(-1, 1, n + 1)[1:-1], 2.0]
    middles = np.arange(n) * 2 / n - 1 + 1 / n
    total = np.zeros(len(X))
    for i in range(n):
        for j in range(n):
            sums = np.zeros(len(X))
            for x, left in ((X[:, 0], i), (X[:, 1], j)):
                if kind == "steps":
                    sums += (edges[left] <= x) & (x < edges[left + 1])
                else:
                    sums += sigmoid(k * (x - edges[left])) - sigmoid(k * (x - edges[left + 1]))
            out = 1.0 * (sums >= t) if kind == "steps" else sigmoid(k * (sums - t))
            total += SURFACES[target](middles[i], middles[j]) * out
    return total


@pytest.mark.parametrize("kind", ["sigmoids", "steps"])
@pytest.mark.parametrize("target", ["bump", "saddle", "waves"])
def test_errors_are_those_of_towers_added_one_by_one(kind: str, target: str) -> None:
    state = state_with(kind=kind, target=target, n=5, steepness=20.0, threshold=1.4)
    corners = np.array([(a, b) for a in (-0.6, -0.2, 0.2, 0.6) for b in (-0.6, -0.2, 0.2, 0.6)])
    X = np.concatenate([square(), corners + 1e-12])
    off = np.abs(SURFACES[target](*X.T) - one_by_one(X, target, kind, 5, 20.0, 1.4))

    picture = DEMO.picture(state)

    assert picture.status == (
        f"5 × 5 towers of 12 + 25 hidden {kind} are at most {off.max():.2f} off, "
        f"{off[: len(square())].mean():.3f} on average."
        + " Steps have no steepness."
        * (kind == "steps")
    )
    assert picture.panels[5].title == f"Error: at most {off.max():.2f}"
    assert picture.panels[4].title.startswith(("5 × 5 = 25 towers", "25 towers: "))


def test_targets_are_what_their_names_say() -> None:
    assert SURFACES["saddle"](np.array(0.5), np.array(-0.4)) == pytest.approx(-0.2)
    assert SURFACES["bump"](np.array(0.3), np.array(0.1)) == pytest.approx(np.exp(-1))
    wave = SURFACES["waves"](np.array(0.5), np.array(-0.5))
    assert wave == pytest.approx(np.sin(3) + 0.3 * np.cos(9))


@pytest.mark.parametrize("threshold", [0.8, 1.0, 1.5])
def test_title_tells_the_heights_of_tower_and_arms(threshold: float) -> None:
    state = state_with(threshold=threshold, width=0.6, steepness=20.0)
    rise = sigmoid(20 * 0.3) - sigmoid(-20 * 0.3)  # in the middle of the bump
    far = sigmoid(20 * -0.9) - sigmoid(20 * -1.5)  # 1.2 away from it
    top, arm = (sigmoid(20 * (rise + other - threshold)) for other in (rise, far))

    assert DEMO.picture(state).panels[2].title == f"Tower: top {top:.2f}, arms {arm:.2f}"
    assert DEMO.picture(state).panels[1].title == f"Cuts, threshold t = {threshold:.2f}"


def test_steep_sigmoids_leave_a_hole_where_four_towers_meet() -> None:
    for k in (50.0, 200.0):
        tiles = tiling("bump", "sigmoids", 8, k, 1.5)
        assert tiles.worst == (0.0, 0.0)
        assert tiles.sup_error == pytest.approx(1, abs=1e-6)
    assert tiling("bump", "sigmoids", 8, 200.0, 1.5).mean_error < 0.03


def test_error_of_steps_halves_with_twice_as_many_along_a_side() -> None:
    errors = [tiling("saddle", "steps", n, 50.0, 1.5).sup_error for n in (3, 6, 12)]
    assert errors[0] / errors[1] == pytest.approx(2, rel=0.2)
    assert errors[1] / errors[2] == pytest.approx(2, rel=0.2)


def test_tower_of_steps_is_a_square() -> None:
    X = square()
    inside = (abs(X[:, 0] - 0.1) < 0.3) & (abs(X[:, 1] + 0.2) < 0.3)
    assert (tower(X, "steps", (0.1, -0.2), 0.6, 50.0, 1.5) == inside).all()


def test_handles_do_what_they_stand_on() -> None:
    moved = DEMO.dragged(DEMO.start, "middle", 0.31, -0.44)
    assert (moved.x1, moved.x2) == (0.3, -0.45)
    wider = DEMO.dragged(moved, "width", 0.65, 0.0)
    assert wider.width == 0.7
    assert handle(wider, 0, "width").x == 0.65
    assert DEMO.dragged(wider, "threshold", 0.0, 1.52).threshold == 1.5
    assert handle(DEMO.dragged(wider, "threshold", 0.0, 1.52), 1, "threshold").y == 1.5


def test_words_follow_the_threshold() -> None:
    words = {0.8: "a tower with arms", 1.5: "a square tower", 2.0: "tower"}
    for threshold, shape in words.items():
        picture = DEMO.picture(state_with(threshold=threshold))
        assert re.search(shape, picture.alt)
        assert picture.status.endswith("Raise t to cut off the arms.") == (threshold < 1)


def test_blob_is_not_called_a_cross_nor_a_trace_nothing() -> None:
    soft = DEMO.picture(state_with(steepness=5.0, threshold=2.0))
    middle = 2 * (sigmoid(5 * 0.35) - sigmoid(-5 * 0.35))

    assert middle == pytest.approx(1.41, abs=0.01)
    assert soft.panels[0].title == "Sum of 4 sigmoids: a blob"
    assert "add up to a blob" in soft.alt
    assert soft.panels[2].title == "Tower: top 0.05, arms 0.00"
    assert "only a trace, as the threshold is above the sum" in soft.alt
    assert DEMO.picture(DEMO.start).panels[0].title == "Sum of 4 sigmoids: a cross"


def test_title_says_how_far_a_sum_leaves_the_scale() -> None:
    state = state_with(target="waves", threshold=0.2, n=12)
    total = one_by_one(square(), "waves", "sigmoids", 12, 50.0, 0.2)
    low, high = f"{total.min():.1f}".replace("-", "−"), f"{total.max():.1f}"

    assert DEMO.picture(state).panels[4].title == f"144 towers: {low} to {high}"
