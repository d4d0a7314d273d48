"""The picture of the playground: regions, network, losses, dead shares, and one unit."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np

from course_utils._arrays import Array, Labels
from course_utils.activations import ACTIVATIONS, softmax
from course_utils.demos._plane import class_points, field_middles
from course_utils.demos._playground_features import INPUTS, features
from course_utils.demos._playground_network import network_panel
from course_utils.demos._playground_run import Look, Sets, look, loss_of, point_sets
from course_utils.demos._playground_state import REACH, TICK, PlaygroundState, hidden_layers
from course_utils.demos._playground_warp import LARGE, warp_panel, warp_words
from course_utils.demos._words import minus
from course_utils.demos.marks import (
    Bars,
    Line,
    Mark,
    Points,
    Raster,
    Role,
    Rule,
    Style,
    Text,
    class_levels,
    numbers,
    two_sided_levels,
)
from course_utils.demos.picture import Panel, Picture
from course_utils.diagnostics import count_regions, layer_statistics
from course_utils.network import MLP, Trace

__all__ = ["CURSOR", "picture"]

HEIGHTS = (360.0, 270.0)
GRID_SIDE, COARSE_SIDE = 60, 40  # the latter for a network that is LARGE
PALE = 2 / 9  # how strong a region is where two classes tie
BANDS = 9  # of colour, so that contour lines can be seen
UNIT_BANDS = 8  # to either side of 0
MOST_POINTS = 200  # of a curve
TOPS = (1.0, 2.0, 5.0, 10.0)  # of the axis of losses
SPANS = (200, 500, 1000, 2000, 5000, 10_000, 20_000)  # of the axis of steps
CURSOR = 100  # the cursor's place is a percentage of the reach


def picture(state: PlaygroundState) -> Picture:
    """Show a run as it stands: what the network says where, and how it came to that."""
    run, sets = look(state), point_sets(state)
    grid = run.network.trace(_grid(REACH[state.data], _side(run.network), state.inputs))
    loss = _loss_words(run, sets)
    shares = _right(run.network, sets)
    regions = _region_panel(state, sets, grid, shares)
    warped = state.view != "unit"
    third = warp_panel(state, run.network, sets) if warped else _unit_panel(state, grid)
    status = f"{_time(state, run)} {loss}; {_share_words(shares)}."
    return Picture(
        panels=(
            regions,
            network_panel(state, run.network, len(sets.X), 1.39),
            _loss_panel(state, run, sets),
            _share_panel(state, run.network, sets.told),
            third,
        ),
        alt=f"{_description(state, run, sets)} {regions.title}. {status}",
        status=status,
        rows=(2, 3),
        heights=HEIGHTS,
    )


# ---- Words -------------------------------------------------------------------------------


def _loss_words(run: Look, sets: Sets) -> str:
    words = f"training loss {_number(loss_of(run.network, sets.told, sets.y))}"
    if len(sets.X_test):
        words += f", test loss {_number(loss_of(run.network, sets.told_test, sets.y_test))}"
    return words


def _number(value: float) -> str:
    return f"{value:.3f}" if value < 1000 else f"{value:.1e}"


def _time(state: PlaygroundState, run: Look) -> str:
    if run.lost is None:
        return f"Step {state.n_steps:,}:"
    return f"Diverged after step {run.lost - TICK:,}, which you see:"


def _right(network: MLP, sets: Sets) -> list[float]:
    """Return the share of training points, and of test points if any, that are right."""
    pairs = [(sets.told, sets.y), (sets.told_test, sets.y_test)]
    return [float(np.mean(network.predict(X) == y)) for X, y in pairs if len(X)]


def _share_words(shares: list[float]) -> str:
    kinds = ("training", "test")
    words = [f"{share:.1%} of {kind}" for share, kind in zip(shares, kinds, strict=False)]
    return f"{' and '.join(words)} points are right"


def _description(state: PlaygroundState, run: Look, sets: Sets) -> str:
    decay = f"weight decay {state.weight_decay:g} ({state.convention})"
    recipe = (
        f"{state.optimizer}, learning rate {state.learning_rate:g}, momentum "
        f"{state.momentum:g}, batches of {state.batch}, {decay}, initialisation "
        f"{state.initialization}, seed {state.seed}"
    )
    hidden = "no hidden layer" if state.layers == "none" else f"hidden layers {state.layers}"
    inputs = ", ".join(INPUTS[state.inputs])
    seen = f"where in the plane unit {state.unit} of layer {state.layer} puts out how much"
    if state.view != "unit":
        seen = warp_words(state)
    return (
        f"Five plots of a network with inputs {inputs} and {hidden} that learns "
        f"{len(sets.X)} points of the set {state.data}, with {state.noise} % of noise and "
        f"{len(sets.X_test)} points to test on, by {recipe}. Above, its decision regions in "
        "colour with the points on top, and its weights as lines between the units. "
        f"Below, the losses over {run.steps[-1]:,} steps, {state.speed} from picture to "
        f"picture, the shares of dead units and saturated slopes by layer, and {seen}."
    )


# ---- Regions, and the picture of a unit --------------------------------------------------


def _side(network: MLP) -> int:
    return GRID_SIDE if network.n_parameters < LARGE else COARSE_SIDE


@lru_cache(maxsize=64)
def _grid(reach: float, side: int, inputs: str) -> Array:
    return features(field_middles(reach, side), inputs).astype(np.float32)


def _region_panel(
    state: PlaygroundState, sets: Sets, grid: Trace, shares: list[float]
) -> Panel:
    reach = REACH[state.data]
    span = (-reach, reach)
    side = math.isqrt(len(grid.scores))
    p = softmax(np.clip(np.nan_to_num(grid.scores), -1e6, 1e6))
    n_classes = p.shape[1]
    sure = (p.max(axis=1) * n_classes - 1) / (n_classes - 1)
    strengths = np.round(BANDS * (PALE + (1 - PALE) * sure)) / BANDS
    levels = class_levels(p.argmax(axis=1), strengths)
    marks: tuple[Mark, ...] = (
        Raster(span, span, levels, side, "classes"),
        *_points(sets.X_test, sets.y_test, 3.6),
        *_points(sets.X, sets.y, 7.0),
        *_cursor(state),
    )
    n_regions = count_regions(p.argmax(axis=1).reshape(side, side))
    tested = f", test {shares[1]:.1%}" if len(shares) > 1 else ""
    title = f"{n_regions} region{'s' * (n_regions > 1)}: {shares[0]:.1%} right{tested}"
    words = ("x1, first input", "x2, second input")
    return Panel(title, *words, span, span, marks, name="regions")


@lru_cache(maxsize=64)
def _points_of(X: bytes, y: bytes, size: float) -> tuple[Points, ...]:
    points, labels = np.frombuffer(X).reshape(-1, 2), np.frombuffer(y, np.intp)
    return class_points(points, labels, size)


def _points(X: Array, y: Labels, size: float) -> tuple[Points, ...]:
    floats, whole = np.ascontiguousarray(X, np.float64), np.ascontiguousarray(y, np.intp)
    return _points_of(floats.tobytes(), whole.tobytes(), size)


def _cursor(state: PlaygroundState) -> tuple[Line, Line]:
    reach = REACH[state.data]
    x, y, arm = reach * state.across / CURSOR, reach * state.up / CURSOR, 0.05 * reach
    lying = Line((x - arm, x + arm), (y, y), "muted", width=1.8)
    return lying, Line((x, x), (y - arm, y + arm), "muted", width=1.8)


def _unit_panel(state: PlaygroundState, grid: Trace) -> Panel:
    reach = REACH[state.data]
    span = (-reach, reach)
    values = np.nan_to_num(grid.activations[state.layer - 1][:, state.unit - 1])
    low, high = float(values.min()), float(values.max())
    shades = np.round(UNIT_BANDS * values / _full(state, values)) / UNIT_BANDS
    raster = Raster(span, span, two_sided_levels(shades), math.isqrt(len(values)), "two")
    ground = minus(f"{low:.2g} to {high:.2g}")
    title = f"Unit {state.layer}.{state.unit}: {ground}"
    words = ("x1, first input", "x2, second input")
    return Panel(title, *words, span, span, (raster,), 0.86)


def _full(state: PlaygroundState, values: Array) -> float:
    """Return which output gets the full colour: the activation's bound, or the largest."""
    hidden = hidden_layers(state.layers)
    if state.layer <= len(hidden) and hidden[state.layer - 1][1] in ("tanh", "sigmoid"):
        return ACTIVATIONS[hidden[state.layer - 1][1]].range[1]
    return float(np.abs(values).max()) or 1.0


# ---- Losses, and shares by layer ---------------------------------------------------------


def _loss_panel(state: PlaygroundState, run: Look, sets: Sets) -> Panel:
    tested = len(sets.X_test) > 0
    highest = max(run.losses + run.test_losses)  # which are 0 where there is no test
    top = next((top for top in TOPS if highest <= top), TOPS[-1])
    wide = next(span for span in SPANS if state.n_steps <= span)
    changed = [until for until, *_ in state.past if until <= wide]
    marks: list[Mark] = [
        *(Line((at, at), (0.0, top), "muted", "dotted", 1.4) for at in changed),
        _curve(run.steps, run.losses, top, "curve", "solid"),
        Text(0.03 * wide, 1.12 * top, "training —", "curve"),
    ]
    title = f"Loss: training {_number(run.losses[-1])}"
    if tested:
        marks.append(_curve(run.steps, run.test_losses, top, "second", "dashed"))
        marks.append(Text(0.97 * wide, 1.12 * top, "test - -", "second", "right"))
        title += f", test {_number(run.test_losses[-1])}"
    span = (0.0, float(wide))
    return Panel(title, "steps", "mean loss", span, (0.0, 1.22 * top), tuple(marks))


def _curve(steps: list[int], losses: list[float], top: float, role: Role, style: Style) -> Line:
    heights = np.minimum(_thin(losses), 2 * top)  # what lies higher is cut off anyway
    return Line(numbers(_thin(steps)), numbers(heights), role, style)


def _thin(values: list[float] | list[int]) -> list[float]:
    """Return as many values as one can see, the first and the last among them."""
    every = -(-len(values) // MOST_POINTS)
    return [*values[::every], values[-1]]


def _share_panel(state: PlaygroundState, network: MLP, X: Array) -> Panel:
    sizes = [size for size, _ in hidden_layers(state.layers)]
    n_hidden = len(sizes)
    rows = layer_statistics(network, X)[:n_hidden]
    at = np.arange(1.0, n_hidden + 1)
    marks: list[Mark] = [
        Rule("y", 1.0, style="dotted"),
        Bars(numbers(at - 0.18), tuple(row.dead for row in rows), 0.34, "accent"),
        Bars(numbers(at + 0.18), tuple(row.saturated for row in rows), 0.34, "second"),
    ]
    first, end = 0.4, max(n_hidden, 2) + 0.6
    marks += [
        Text(first, 1.1, " ← dead", "accent"),
        Text(end, 1.1, "saturated → ", "second", "right"),
    ]
    if not n_hidden:
        empty = (Text(0.5, 0.5, "no hidden layer", align="center"),)
        span = (0.0, 1.0)
        return Panel("No hidden units", "", "", span, (0.0, 1.2), empty, 0.92, numbered="")
    dead, saturated = (
        f"{np.average([getattr(row, kind) for row in rows], weights=sizes):.0%}"
        for kind in ("dead", "saturated")
    )
    title = f"Dead {dead}, saturated {saturated}"
    return Panel(title, "hidden layer", "share", (first, end), (0.0, 1.2), tuple(marks), 0.92)
