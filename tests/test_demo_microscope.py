"""The demo of the sigmoid near 1: what is missing, what is computed, and the grid."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import numpy as np
import pytest

from course_utils import demos
from course_utils.demos import marks as kinds

DEMO = demos.DEMOS["microscope"]
EPS = {"float64": 2.0**-52, "float32": 2.0**-23}


def marks(panel: Any, kind: type) -> list[Any]:
    return [mark for mark in panel.marks if isinstance(mark, kind)]


def at(z: float, precision: str = "float64") -> Any:
    return DEMO.picture(DEMO.checked(DEMO.start, {"z": z, "precision": precision}))


def number(words: str) -> float:
    return float(words.replace("−", "-").rstrip(".,"))


@pytest.mark.parametrize("z", [0.25, 2.25, 16.5, 36.5, 37.0, 40.0])
def test_what_is_missing_is_that_of_exact_arithmetic(z: float) -> None:
    missing = 1 / (1 + Decimal(z).exp())  # 28 digits

    picture = at(z)

    assert number(picture.status.split("1 − ")[1].split(";")[0]) == pytest.approx(
        float(missing), rel=0.05
    )
    title = picture.panels[0].title
    assert title.startswith(f"At z = {z:g}, ")
    assert number(title.split()[4]) == pytest.approx(float(missing), rel=0.05)


@pytest.mark.parametrize("precision", ["float64", "float32"])
@pytest.mark.parametrize("z", [1.0, 9.75, 16.5])
def test_computed_output_is_within_one_gap_of_the_true_one(z: float, precision: str) -> None:
    computed = float(1 / (1 + Decimal(z).exp()))
    picture = at(z, precision)
    allowed = 0.05 * computed + EPS[precision]
    assert number(picture.status.split("1 − ")[2]) == pytest.approx(computed, abs=allowed)
    assert number(picture.panels[1].title.split("1 − ")[1]) == pytest.approx(
        computed, abs=allowed
    )


@pytest.mark.parametrize(("precision", "first"), [("float64", 36.75), ("float32", 16.75)])
def test_output_is_1_from_where_the_sum_is(precision: str, first: float) -> None:
    before, after = at(first - 0.25, precision), at(first, precision)
    assert "exactly 1" not in before.status + before.panels[1].title
    assert after.status.endswith(f"in {precision} it is exactly 1, as 1 + e⁻ᶻ already is.")
    assert after.panels[1].title == "Numbers near 1: computed σ is exactly 1"
    assert f"to 0 from z = {first:g} on" in after.alt
    # e to the minus z, against half of the gap above 1
    assert np.exp(-first) < EPS[precision] / 2 < np.exp(-first + 0.25)


def test_at_37_a_nearer_number_is_passed_over() -> None:
    panel = at(37.0).panels[1]
    exact, computed = (mark.x[0] for mark in marks(panel, kinds.Points)[2:4])
    grid = marks(panel, kinds.Segments)[1].x

    assert exact == pytest.approx(-0.853, abs=0.001)  # the left tail is .853e-16
    assert computed == 0
    assert min(abs(exact - x) for x in grid) < abs(exact - computed)


@pytest.mark.parametrize("precision", ["float64", "float32"])
def test_grid_is_that_of_nextafter(precision: str) -> None:
    one = np.dtype(precision).type(1)
    below = one - np.nextafter(one, 0 * one)
    lines = marks(at(40.0, precision).panels[1], kinds.Segments)[0].x
    unit = 1e-16 if precision == "float64" else 1e-7
    left = [x for x in lines if x < 0]
    right = [x for x in lines if x > 0]
    assert -left[-1] == pytest.approx(below / unit, abs=1e-5)
    assert right[0] == pytest.approx(2 * below / unit, abs=1e-5)
    assert np.diff(left) == pytest.approx(below / unit, abs=2e-5)
    texts = [t.text for t in marks(at(40.0, precision).panels[0], kinds.Text)]
    (words,) = [text for text in texts if text.startswith("gap")]
    assert number(words.split()[-1]) == pytest.approx(below, rel=0.05)


@pytest.mark.parametrize("precision", ["float64", "float32"])
def test_every_point_stays_in_sight(precision: str) -> None:
    for z in np.arange(0, 40.25, 0.25):
        panel = at(float(z), precision).panels[1]
        x = [mark.x[0] for mark in marks(panel, kinds.Points)]
        assert max(map(abs, x)) <= 11.5


def test_time_and_handle_move_z() -> None:
    assert DEMO.dragged(DEMO.start, "z", 12.1, 0.0).z == 12
    later = DEMO.ticked(DEMO.start)
    assert later
    assert later.z == 36.25
    assert DEMO.ticked(DEMO.checked(DEMO.start, {"z": 40.0})) is None


@pytest.mark.parametrize("precision", ["float64", "float32"])
def test_at_0_the_output_is_a_half_and_the_grey_lanes_have_words(precision: str) -> None:
    picture = at(0.0, precision)
    assert picture.status == (
        f"At z = 0 the true output is 0.5; computed in {precision} it is 0.5."
    )
    assert picture.panels[1].title == "Numbers near 1: computed σ is 0.5"
    words = [mark.text for mark in marks(picture.panels[1], kinds.Text)]
    assert {"0", "1", "2", f"grey: {precision}s, too many to draw"} <= set(words)
    assert f"computed: one of the {precision}s" in words
    fine = [mark.text for mark in marks(at(36.0).panels[1], kinds.Text)]
    assert "grey: the float64s" in fine
