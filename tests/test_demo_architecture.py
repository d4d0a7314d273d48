"""The demo of a network's shapes: its counts, its shapes, and what a look at a unit tells."""

from __future__ import annotations

import numpy as np
import pytest

from course_utils.demos.architecture import DEMO, ArchitectureState, tidy_sizes
from course_utils.demos.marks import Spot, Strokes, Text
from course_utils.demos.picture import Picture
from course_utils.network import MLP


def words(picture: Picture, panel: int = 1) -> list[str]:
    return [mark.text for mark in picture.panels[panel].marks if isinstance(mark, Text)]


def shown(**changes: object) -> Picture:
    return DEMO.picture(DEMO.checked(DEMO.start, changes))


@pytest.mark.parametrize(
    ("preset", "layers", "neurons", "weights", "biases", "parameters"),
    [
        ("3-4-2", 2, "6 neurons", "20 weights", "6 biases", "26 parameters"),
        ("3-4-4-1", 3, "9 neurons", "32 weights", "9 biases", "41 parameters"),
        ("3072-100-10", 2, "110 neurons", "308,200 weights", "110 biases", "308,310 "),
        ("logistic regression", 1, "1 neuron", "3 weights", "1 bias", "4 parameters"),
    ],
)
def test_counts_are_those_of_the_notes(
    preset: str, layers: int, neurons: str, weights: str, biases: str, parameters: str
) -> None:
    picture = shown(preset=preset)

    assert f"is a {layers}-layer network: {neurons}, {weights} and {biases}" in picture.status
    assert f", {parameters}" in picture.status
    assert picture.panels[1].title == f"{weights} + {biases}"
    assert picture.panels[0].title.startswith(
        f"{layers + 1} columns of circles: {layers}-layer"
    )
    assert f"{neurons}, {parameters}".strip() in " ".join(words(picture))


def test_shapes_are_those_of_the_arrays() -> None:
    network = MLP([5, 7, 6, 2])
    trace = network.trace(np.zeros((9, 5)))
    by_rows = words(shown(sizes="5-7-6-2", dialect="rows"))
    by_columns = words(shown(sizes="5-7-6-2"))

    for n, layer in enumerate(network.layers):
        start = 4 * (n + 1)
        output = str(trace.activations[n].shape).replace("9", "N")
        assert by_rows[start : start + 4] == [
            f"{n + 1}",
            str(layer.W.shape),
            str(layer.b.shape),
            output,
        ]
        column = [str(layer.b[:, np.newaxis].shape), f"({layer.n_out}, N)"]
        assert by_columns[start + 2 : start + 4] == column
    assert "layer 1: (N, 5) @ (5, 7) + (7,)" in by_rows
    assert "layer 1: (7, 5) @ (5, N) + (7, 1)" in by_columns


def test_looking_at_a_neuron_shows_its_row() -> None:
    state = DEMO.pointed(DEMO.start, "2-1")
    picture = DEMO.picture(state)
    row = MLP([3, 4, 2]).parameters()["W2"][0]

    assert (state.layer, state.unit) == (2, 1)
    assert words(picture)[-3:-1] == [
        "neuron 1 of layer 2: 4 weights, 1 bias",
        "W2[0, :] of shape (4,)",
    ]
    assert words(picture)[-1] == ", ".join(f"{w:.2f}" for w in row).replace("-", "−")
    lines = [
        m for m in picture.panels[0].marks if isinstance(m, Strokes) and m.role == "accent"
    ]
    assert sum(len(mark.x0) for mark in lines) == 4


def test_an_input_is_no_neuron() -> None:
    picture = DEMO.picture(DEMO.pointed(DEMO.start, "0-3"))
    column = MLP([3, 4, 2]).parameters()["W1"][:, 2]

    assert words(picture)[-3] == "input 3: no neuron, owns no weights"
    assert words(picture)[-2] == "W1[:, 2] of shape (4,)"
    assert words(picture)[-1] == ", ".join(f"{w:.2f}" for w in column).replace("-", "−")


def test_every_weight_and_every_unit_is_drawn() -> None:
    marks = shown(sizes="3-4-4-1").panels[0].marks
    lines = [m for m in marks if isinstance(m, Strokes) and m.role == "muted"]

    assert [len(mark.x0) for mark in lines] == [12, 16, 4]
    assert sum(isinstance(m, Spot) for m in marks) == 12


def test_wide_layers_are_cut_short_but_counted() -> None:
    picture = shown(sizes="4096-4096-4096-4096-4096-4096", layer=5, unit=12)

    assert sum(isinstance(m, Spot) for m in picture.panels[0].marks) == 6 * 8
    assert words(picture, 0).count("...") == words(picture, 0).count("4096") == 6
    assert f"{5 * 4096**2:,} weights and {5 * 4096:,} biases" in picture.status
    assert words(picture)[-1] == "W5[7, :] of shape (4096,)"


def test_preset_and_sizes_follow_each_other() -> None:
    typed = DEMO.settled(DEMO.start, {"sizes": " [3, 4,4, 1]"})
    assert (typed.preset, typed.sizes) == ("3-4-4-1", "3-4-4-1")
    other = DEMO.settled(typed, {"sizes": "7-2"})
    assert (other.preset, other.layer, other.unit) == ("own", 1, 2)
    assert DEMO.settled(other, {"preset": "logistic regression"}) == ArchitectureState(
        preset="logistic regression", sizes="3-1", unit=1
    )


@pytest.mark.parametrize("text", ["3", "1-2-3-4-5-6-7", "3-0-1", "3-4097", "a-b", "3-4.5-2"])
def test_what_is_no_network_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="must be"):
        tidy_sizes(text)
    assert DEMO.settled(DEMO.start, {"sizes": text}) == DEMO.start
