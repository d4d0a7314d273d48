"""The warped plane of the playground: where a layer puts the points and the grid lines."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np

from course_utils._arrays import Array
from course_utils.activations import ACTIVATIONS
from course_utils.demos._plane import class_points
from course_utils.demos._playground_features import INPUTS, features
from course_utils.demos._playground_run import Sets
from course_utils.demos._playground_state import CLASSES, REACH, PlaygroundState, hidden_layers
from course_utils.demos.marks import Line, Mark, Range, Text, numbers
from course_utils.demos.picture import Panel
from course_utils.network import MLP

__all__ = ["LARGE", "VIEWS", "warp_panel", "warp_words"]

VIEWS = ("unit", "warped plane")
N_LINES = 13  # each way; the one in the middle is the axis
FINE, COARSE = 48, 24  # steps of a line, the latter for a slow network
LARGE = 10_000  # parameters from which it is slow
THIN, THICK = 0.8, 2.0  # of a grid line, and of the axes among them
LARGEST = 1e9  # what is larger is cut off
STEPS = (1.0, 1.5, 2.0, 3.0, 5.0, 7.0, 10.0)  # that end an axis without bound
LEAST = 0.1  # how far an axis without bound reaches at least
ROOM = 0.06  # beside the outermost places, so that points are not cut in half
SHARE = 0.86  # of the panel's width


def warp_panel(state: PlaygroundState, network: MLP, sets: Sets) -> Panel:
    """Show where the chosen layer puts the plane: one unit across, the next one up."""
    n_steps = FINE if network.n_parameters < LARGE else COARSE
    grid = _grid_lines(REACH[state.data], state.inputs, n_steps)
    outputs = _outputs(state, network, np.concatenate([grid, sets.told, sets.told_test]))
    lines, points, tested = np.split(outputs, [len(grid), len(grid) + len(sets.X)])
    if _size(state) == 1:
        return _line_panel(state, outputs, len(grid), sets)
    marks: tuple[Mark, ...] = (
        *_drawn_lines(lines),
        *class_points(tested, sets.y_test, 3.0),
        *class_points(points, sets.y, 5.5),
    )
    span = _span(state, outputs)
    across, up = (_unit_name(state, unit) for unit in _units(state))
    return Panel(_title(state), across, up, span, span, marks, SHARE)


def warp_words(state: PlaygroundState) -> str:
    """Describe the panel, as the end of a sentence."""
    across, up = (_unit_name(state, unit) for unit in _units(state))
    layer = f"where layer {state.layer} puts the points"
    if _size(state) == 1:
        return f"{layer} of each class on a line, by {across}"
    return f"{layer} and {N_LINES} straight lines each way, by {across} across and {up} up"


def _size(state: PlaygroundState) -> int:
    sizes = [size for size, _ in hidden_layers(state.layers)] + [CLASSES[state.data]]
    return sizes[state.layer - 1]


def _units(state: PlaygroundState) -> tuple[int, int]:
    """Return the numbers, from 1, of the unit that is looked at and of the next."""
    return state.unit, state.unit % _size(state) + 1


def _is_output(state: PlaygroundState) -> bool:
    return state.layer > len(hidden_layers(state.layers))


def _unit_name(state: PlaygroundState, unit: int) -> str:
    return f"unit {state.layer}.{unit}{' (score)' * _is_output(state)}"


def _title(state: PlaygroundState) -> str:
    before = hidden_layers(state.layers)[: state.layer]
    flat = len(INPUTS[state.inputs]) == 2 and all(kind == "identity" for _, kind in before)
    if flat:
        return "The plane stays flat"
    if _is_output(state):
        return "Scores bend the plane"
    return f"Layer {state.layer} bends the plane"


@lru_cache(maxsize=64)
def _grid_lines(reach: float, inputs: str, n_steps: int) -> Array:
    """Return the inputs along straight lines of the plane, first those that go up."""
    at, along = (np.linspace(-reach, reach, n) for n in (N_LINES, n_steps + 1))
    x, y = (part.ravel() for part in np.meshgrid(at, along, indexing="ij"))
    upward, lying = np.stack([x, y], axis=1), np.stack([y, x], axis=1)
    return features(np.concatenate([upward, lying]), inputs).astype(np.float32)


def _outputs(state: PlaygroundState, network: MLP, told: Array) -> Array:
    """Return what the two units put out, one column for each."""
    units = [unit - 1 for unit in _units(state)]
    outputs = network.trace(told.astype(np.float32)).activations[state.layer - 1][:, units]
    kept = np.clip(np.nan_to_num(outputs.astype(np.float64)), -LARGEST, LARGEST)
    return np.asarray(kept, np.float64)


def _drawn_lines(outputs: Array) -> list[Line]:
    middle = N_LINES // 2
    lines = []
    for n, line in enumerate(outputs.reshape(2 * N_LINES, -1, 2)):
        width = THICK if n % N_LINES == middle else THIN
        lines.append(Line(numbers(line[:, 0]), numbers(line[:, 1]), "muted", width=width))
    return lines


def _span(state: PlaygroundState, outputs: Array) -> Range:
    """Return the range of both axes: the activation's, or where it has none, in steps."""
    low, high = -math.inf, math.inf
    if not _is_output(state):
        kind = hidden_layers(state.layers)[state.layer - 1][1]
        low, high = ACTIVATIONS[kind].range if kind in ACTIVATIONS else (low, high)
    low = low if math.isfinite(low) else -_rounded_up(-float(outputs.min()))
    high = high if math.isfinite(high) else _rounded_up(float(outputs.max()))
    room = ROOM * (high - low)
    return low - room, high + room


def _rounded_up(value: float) -> float:
    """Return the next of `STEPS`, times a power of 10, so that an axis seldom changes."""
    if value <= LEAST:
        return LEAST
    size = 10.0 ** math.floor(math.log10(value))
    return next(top * size for top in STEPS if value <= top * size * (1 + 1e-9))


def _line_panel(state: PlaygroundState, outputs: Array, n_grid: int, sets: Sets) -> Panel:
    """Show a layer of one unit: all that is left of the plane is a line, drawn by class."""
    n_classes = CLASSES[state.data]
    line, (at, tested) = outputs[:n_grid, 0], np.split(outputs[n_grid:, 0], [len(sets.X)])
    reached = numbers([line.min(), line.max()])
    rows = range(n_classes)
    marks: tuple[Mark, ...] = (
        *(Line(reached, (float(k), float(k)), "muted", width=THICK) for k in rows),
        *class_points(np.stack([tested, sets.y_test], axis=1), sets.y_test, 3.0),
        *class_points(np.stack([at, sets.y], axis=1), sets.y, 5.5),
    )
    span = _span(state, outputs)
    words = [Text(span[0] + 0.03 * (span[1] - span[0]), k + 0.2, f"class {k}") for k in rows]
    title = f"Layer {state.layer} leaves a line"
    name = _unit_name(state, 1)
    height = (-0.5, n_classes - 0.5)
    return Panel(title, name, "class", span, height, (*marks, *words), SHARE, numbered="x")
