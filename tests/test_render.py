"""Pictures on paper: their colours, every kind of mark, and the static twin."""

from __future__ import annotations

import numpy as np
import pytest

from course_utils import demos
from course_utils.demos import picture as pictures
from course_utils.demos.palette import DARK, LIGHT
from course_utils.demos.picture import Handle, Line, Panel, Picture, Segments
from course_utils.demos.render import draw


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
