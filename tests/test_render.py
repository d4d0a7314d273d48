"""Pictures on paper: their colours, every kind of mark, and the static twin."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from course_utils import demos
from course_utils.demos import marks as kinds
from course_utils.demos.marks import Handle, Line, Segments
from course_utils.demos.palette import DARK, LIGHT
from course_utils.demos.picture import Panel, Picture
from course_utils.demos.raster import colours
from course_utils.demos.render import draw


def test_both_palettes_have_every_role() -> None:
    assert set(LIGHT) == set(DARK) == set(kinds.Role.__args__)  # type: ignore[attr-defined]


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


def test_static_twin_draws_one_row_for_each_state() -> None:
    figure = demos.static("neuron", {"weight": 1.0}, {"weight": -1.0}, {"weight": 0.0})
    assert len(figure.axes) == 6
    assert len(demos.spikes_demo().static().axes) == 2


def test_static_twin_starts_from_the_state_of_the_demo() -> None:
    figure = demos.neuron_demo(weight=2.0, x=1.0).static({"bias": 1.0})
    assert "Sum: z = 2·1 + 1 = 3.00" in [text.get_text() for text in figure.axes[0].texts]


def test_static_twin_of_an_unknown_demo() -> None:
    with pytest.raises(
        ValueError, match=r"no demo called 'neurons'; choose one of .*neuron, .*spikes"
    ):
        demos.static("neurons")


def test_every_kind_of_mark_can_be_drawn() -> None:
    one = (0.2, 0.8)
    panel = Panel(
        "All marks", "x", "y", (0.0, 1.0), (0.0, 1.0),
        (
            kinds.Band("x", 0.1, 0.2), kinds.Band("y", 0.1, 0.2),
            kinds.Rule("x", 0.5, label="here"), kinds.Rule("y", 0.5, label="there"),
            Line(one, one, label="end"), kinds.Points(one, one, shape="diamond"),
            Segments(one, 0.1, 0.2), kinds.Text(0.5, 0.5, "words"),
            Handle("h", 0.5, 0.5, "xy", "h"), kinds.Spot("s", 0.6, 0.6, "spot"),
            kinds.Bars(one, one, 0.1), kinds.Area(one, one, one), kinds.Arrow(0, 0, 1, 1),
            kinds.Strokes(one, one, one, one, (1.0, 2.0)),
            kinds.Raster((0.0, 1.0), (0.0, 1.0), bytes(4), 2),
        ),
    )  # fmt: skip
    words = {text.get_text() for text in draw(Picture((panel,), alt="Marks.")).axes[0].texts}
    assert words == {"here", "there", "end", "words", "h", "spot", "All marks"}


def test_something_else_cannot_be_drawn() -> None:
    panel = Panel("", "", "", (0.0, 1.0), (0.0, 1.0), ("a word",))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"no way to draw a str; register one in render\.py"):
        draw(Picture((panel,), alt="A word."))


def test_no_picture_is_no_figure() -> None:
    with pytest.raises(ValueError, match="draw\\(\\) needs at least one picture, got none"):
        draw()


def test_panels_stand_in_rows_of_their_heights() -> None:
    panel = Panel("", "x", "y", (0.0, 1.0), (0.0, 1.0), ())
    figure = draw(Picture((panel,) * 3, alt="Three.", rows=(1, 2), heights=(200.0, 100.0)))

    assert len(figure.axes) == 3
    assert figure.get_figheight() * 94 == pytest.approx(300)


@pytest.mark.parametrize(
    ("rows", "heights"), [((2, 2), ()), ((1, 2), (100.0,)), ((), (1.0, 2.0))]
)
def test_rows_that_do_not_fit_are_refused(rows: Any, heights: Any) -> None:
    panel = Panel("", "x", "y", (0.0, 1.0), (0.0, 1.0), ())
    with pytest.raises(ValueError, match="3 panels do not fill rows"):
        Picture((panel,) * 3, alt="Three.", rows=rows, heights=heights)


def test_a_drawing_has_no_axes() -> None:
    panel = Panel("Net", "", "", (0.0, 1.0), (0.0, 1.0), (), framed=False)
    assert not draw(Picture((panel,), alt="A net.")).axes[0].axison


def test_levels_of_two_classes_meet_at_the_paper() -> None:
    levels = kinds.two_sided_levels([[-2.0, -1.0, 0.0, 0.5, 1.0]])
    shades = colours(kinds.Raster((0.0, 1.0), (0.0, 1.0), levels, 5))[0]

    assert list(levels) == [1, 1, 128, 192, 255]
    assert shades[:, 3] == pytest.approx([0.6, 0.6, 0, 0.302, 0.6], abs=1e-3)
    assert shades[0, :3] == pytest.approx([0, 0x72 / 255, 0xB2 / 255])
    assert shades[-1, :3] == pytest.approx([0xE6 / 255, 0x9F / 255, 0])


def test_levels_of_classes_keep_class_and_strength() -> None:
    levels = kinds.class_levels([[0, 1], [2, 3]], [[0.0, 1.0], [0.5, 2.0]])
    shades = colours(kinds.Raster((0.0, 1.0), (0.0, 1.0), levels, 2, "classes"))

    assert [level >> 6 for level in levels] == [0, 1, 2, 3]
    assert shades[..., 3] == pytest.approx(np.array([[0, 0.6], [0.305, 0.6]]), abs=1e-3)


def test_amounts_are_shades_of_one_colour() -> None:
    shades = colours(kinds.Raster((0.0, 1.0), (0.0, 1.0), bytes([0, 255]), 2, "amount"))
    assert shades[0, :, 3] == pytest.approx([0, 0.6])


def test_an_axis_may_go_without_numbers() -> None:
    panel = Panel("", "x", "y", (0.0, 1.0), (0.0, 1.0), (), numbered="x")
    ax = draw(Picture((panel,), alt="One.")).axes[0]

    assert len(ax.get_xticks()) > 2
    assert len(ax.get_yticks()) == 0
