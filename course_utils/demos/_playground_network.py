"""The drawing of a network in the playground: weights as lines, units as spots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from course_utils._arrays import Array, Labels
from course_utils.demos._plane import CLASS_MARKS
from course_utils.demos._playground_features import INPUTS
from course_utils.demos._playground_state import PlaygroundState, hidden_layers
from course_utils.demos.marks import (
    Mark,
    Points,
    Spot,
    Strokes,
    Text,
    numbers,
)
from course_utils.demos.picture import Panel
from course_utils.network import MLP

__all__ = ["MOST_DRAWN", "network_panel"]

MOST_DRAWN = 12  # units of a layer; more would touch each other
MANY = 8  # units of a layer from which their spots are small
THINNEST, THICKEST = 0.4, 4.4
FAINT = 0.03  # share of the layer's largest weight below which there is no line
LEFT, LEFT_FOR_WORDS = 1.6, 2.0  # how much room there is for the names of the inputs
LONG_CAPTIONS = 4  # hidden layers that leave room for the names of their activations


def network_panel(state: PlaygroundState, network: MLP, n_points: int, share: float) -> Panel:
    """Draw the network from the inputs at the left to the scores at the right."""
    sizes = network.layer_sizes
    places = [_places(size) for size in sizes]
    marks: list[Mark] = [
        *_weights(network, places),
        *_captions(state, sizes),
        *_ends(places, INPUTS[state.inputs]),
        *_units(state, sizes, places),
    ]
    last = len(sizes) - 1
    edge = 0.1 + 0.1 * last
    title = "Weights: solid above 0, dashed below"
    left = LEFT if len(places[0]) == 2 else LEFT_FOR_WORDS
    span = (-left * edge, last + 1.6 * edge)
    marks += _recipe(state, sum(span) / 2, n_points)
    return Panel(title, "", "", span, (-0.27, 1.08), tuple(marks), share, framed=False)


def _places(size: int) -> Array:
    """Return the heights of the units of a layer that are drawn."""
    shown = min(size, MOST_DRAWN)
    gap = min(0.14, 0.84 / max(shown - 1, 1))
    places: Array = 0.46 + gap * ((shown - 1) / 2 - np.arange(shown))
    return places


def _weights(network: MLP, places: Sequence[Array]) -> list[Strokes]:
    parts = [_lines(n, layer.W, *places[n : n + 2]) for n, layer in enumerate(network.layers)]
    *ends, weights = np.concatenate(parts, axis=1)
    above = _strokes(ends, weights, weights > FAINT)
    below = _strokes(ends, weights, weights < -FAINT)
    return [replace(below, role="accent", style="dashed"), above]


def _strokes(ends: Sequence[Array], weights: Array, chosen: Labels) -> Strokes:
    x0, y0, x1, y1 = (numbers(end[chosen]) for end in ends)
    widths = THINNEST + (THICKEST - THINNEST) * abs(weights[chosen])
    return Strokes(x0, y0, x1, y1, numbers(widths))


def _lines(column: int, W: Array, left: Array, right: Array) -> Array:
    """Return one column for each weight: where its line goes, and the weight, at most 1."""
    first = W[0] if W.ndim == 3 else W  # of a maxout unit, the first piece
    shown = np.asarray(first[: len(right), : len(left)], np.float64)
    largest = float(np.abs(shown).max()) or 1.0
    y1, y0 = np.meshgrid(right, left, indexing="ij")
    ones = np.ones(shown.size)
    return np.stack(
        [column * ones, y0.ravel(), (column + 1) * ones, y1.ravel(), shown.ravel() / largest]
    )


def _captions(state: PlaygroundState, sizes: Sequence[int]) -> list[Text]:
    hidden = hidden_layers(state.layers)
    words = [
        f"{size} {kind}" if len(hidden) <= LONG_CAPTIONS else f"{size}" for size, kind in hidden
    ]
    words = ["inputs", *words, "scores"] if len(hidden) <= LONG_CAPTIONS else ["x", *words, "s"]
    captions = [Text(float(n), 1.02, word, "muted", "center") for n, word in enumerate(words)]
    more = [
        Text(float(n), -0.06, f"+{size - MOST_DRAWN}", "muted", "center")
        for n, size in enumerate(sizes)
        if size > MOST_DRAWN
    ]
    return captions + more


def _ends(places: Sequence[Array], names: Sequence[str]) -> list[Mark]:
    """Name the inputs, and show which class each score is of."""
    last = len(places) - 1
    aside = 0.06 + 0.06 * last
    inputs = [
        Text(-aside, float(y), name, "muted", "right")
        for y, name in zip(places[0], names, strict=True)
    ]
    classes = [
        Points((last + aside,), (float(y),), role, shape)
        for y, (role, shape) in zip(places[-1], CLASS_MARKS, strict=False)
    ]
    spots = Points((0.0,) * len(names), numbers(places[0]), "muted", size=11.0)
    return [spots, *inputs, *classes]


def _recipe(state: PlaygroundState, middle: float, n_points: int) -> list[Text]:
    """Say in two lines how it is trained, and which weight decay that makes."""
    batch = n_points if state.batch == "all" else min(int(state.batch), n_points)
    kept = f" {state.momentum:g}" if state.optimizer == "momentum" else ""
    decay = f"λ = {state.weight_decay:g}"
    if state.convention == "ConvNetJS":
        size = n_points if state.batch == "all" else int(state.batch)
        decay += f" / {size} = {state.weight_decay / size:.3g}"
    lines = (
        f"{state.optimizer}{kept}, η = {state.learning_rate:g}, "
        f"{batch} of {n_points} points in a step",
        f"{decay} per mean loss; {state.speed} steps a picture",
    )
    return [
        Text(middle, -0.15 - 0.08 * n, line, align="center") for n, line in enumerate(lines)
    ]


def _units(state: PlaygroundState, sizes: Sequence[int], places: Sequence[Array]) -> list[Spot]:
    spots = []
    for layer in range(1, len(sizes)):
        size = 7.0 if sizes[layer] > MANY else 9.0
        for unit, y in enumerate(places[layer], start=1):
            spot = Spot(f"{layer}.{unit}", float(layer), float(y), size=size)
            chosen = (layer, unit) == (state.layer, state.unit)
            spots.append(replace(spot, role="second", size=size + 3) if chosen else spot)
    return spots
