"""Demo: a deep network without activations is one layer, and so its border is straight."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from course_utils._arrays import Array, Labels
from course_utils.datasets import make_xor
from course_utils.demos._plane import class_points
from course_utils.demos._runs import step_by
from course_utils.demos.controls import Choice, Slider
from course_utils.demos.demo import Demo
from course_utils.demos.live import Live
from course_utils.demos.marks import (
    Line,
    Mark,
    Points,
    Raster,
    Role,
    Rule,
    Shape,
    Style,
    Text,
    class_levels,
    numbers,
)
from course_utils.demos.picture import Panel, Picture
from course_utils.diagnostics import decision_regions
from course_utils.network import MLP, Dense, collapse
from course_utils.training import Recipe, Trainer

__all__ = ["DEMO", "CollapseState", "collapse_demo"]

WIDTH = 8  # units in each hidden layer
LAST_STEP, TICK = 120, 5
RECIPE = Recipe(optimizer="sgd", learning_rate=0.1)
REACH = 1.8
EXTENT = (-REACH, REACH, -REACH, REACH)
GRID = 49
ALONG = np.linspace(-REACH, REACH, 61)
ROLES: tuple[Role, Role] = ("class0", "class1")
SHAPES: tuple[Shape, Shape] = ("circle", "square")
DIAGONALS = (np.column_stack([ALONG, ALONG]), np.column_stack([ALONG, -ALONG]))
SCORE = 8.0
CORNERS = (-1.0, 1.0)


@dataclass(frozen=True)
class CollapseState:
    """What the controls set: the network, its first weights, and the steps taken."""

    n_layers: int = 3
    activation: str = "identity"
    seed: int = 0
    n_steps: int = 30


CONTROLS = (
    Slider("n_layers", "layers", low=1, high=5, step=1),
    Choice("activation", "activation f", ("identity", "relu", "tanh")),
    Slider("seed", "first weights, seed", low=0, high=9, step=1),
    Slider("n_steps", "steps taken", low=0, high=LAST_STEP, step=TICK),
)


def picture(state: CollapseState) -> Picture:
    """Show the regions of the network, and its scores beside those of one layer."""
    network = _network(state)
    single = _product(network)
    accuracy, gap = _accuracy(network), _gap(network, single)
    n_layers = f"{state.n_layers} layer{'s' * (state.n_layers > 1)}"
    status = (
        f"{n_layers}, {network.n_parameters} parameters: accuracy {accuracy:.2f}; the product "
        f"of the matrices has {single.n_parameters}, and its scores are off by {_size(gap)}."
    )
    return Picture(
        panels=(_regions(state, network, accuracy), _scores(network, single, gap), _key()),
        alt=(
            f"Two plots of a network of {n_layers} with {state.activation} activation that "
            f"learns exclusive or. Left, its two regions, {_border(state)}; right, its scores "
            f"on both diagonals of the square, {_shape(state)}. {status}"
        ),
        status=status,
        rows=(2, 1),
        heights=(310.0, 100.0),
    )


@lru_cache(maxsize=1)
def _data() -> tuple[Array, Labels]:
    X, y = make_xor(80, noise=0.15, seed=3)
    return 2 * X - 1, y  # corners at -1 and 1


def _network(state: CollapseState) -> MLP:
    # A single layer has no hidden units to activate: one run does for all activations.
    activation = state.activation if state.n_layers > 1 else "identity"
    return _run(state.n_layers, activation, state.seed)[state.n_steps // TICK]


@lru_cache(maxsize=64)
def _run(n_layers: int, activation: str, seed: int) -> tuple[MLP, ...]:
    """Return the networks of a whole run, one for each tick."""
    sizes = [2, *[WIDTH] * (n_layers - 1), 2]
    trainer = Trainer(MLP(sizes, activation, seed=seed), *_data(), RECIPE)
    networks = [trainer.network]
    for _ in range(LAST_STEP // TICK):
        trainer.advance(TICK)
        networks.append(trainer.network)
    return tuple(networks)


def _product(network: MLP) -> MLP:
    """Return the one layer that the matrices multiply to, whatever stands between them."""
    return collapse(MLP.from_layers([Dense(layer.W, layer.b) for layer in network.layers]))


def _accuracy(network: MLP) -> float:
    X, y = _data()
    return float(np.mean(network.predict(X) == y))


def _gap(network: MLP, single: MLP) -> float:
    X, _ = _data()
    return float(np.abs(network.trace(X).scores - single.trace(X).scores).max())


def _size(gap: float) -> str:
    return f"{gap:.2f}" if gap >= 0.01 else f"{gap:.0e}" if gap else "0"


def _regions(state: CollapseState, network: MLP, accuracy: float) -> Panel:
    X, y = _data()
    labels = decision_regions(network, EXTENT, n=GRID).labels
    shades = class_levels(labels, np.full(labels.shape, 0.5))
    edge = REACH * GRID / (GRID - 1)  # each field lies around a point of the grid
    marks: tuple[Mark, ...] = (
        Raster((-edge, edge), (-edge, edge), shades, GRID, "classes"),
        *class_points(X, y, 6.0, 2),
    )
    title = f"XOR, step {state.n_steps}: accuracy {accuracy:.2f}"
    span = (-REACH, REACH)
    return Panel(title, "x1, first input", "x2, second input", span, span, marks, 0.8)


def _scores(network: MLP, single: MLP, gap: float) -> Panel:
    marks: list[Mark] = [Rule("y", 0.0, style="solid")]
    for X, role in zip(DIAGONALS, ROLES, strict=True):
        marks.append(Line(numbers(ALONG), numbers(_margin(network, X)), role, width=3.4))
    for X in DIAGONALS:
        margins = numbers(_margin(single, X))
        marks.append(Line(numbers(ALONG), margins, "accent", "dashed", 1.6))
    for side, role, shape in zip((1, -1), ROLES, SHAPES, strict=True):
        X = np.column_stack([CORNERS, np.multiply(CORNERS, side)])
        marks.append(Points(CORNERS, numbers(_margin(network, X)), role, shape, 9.0))
    title = f"Dashed: matrix product, off by {_size(gap)}"
    return Panel(
        title,
        "x1, along each diagonal",
        "s1 − s0, above 0 says square",
        (-REACH, REACH),
        (-SCORE, SCORE),
        tuple(marks),
    )


def _key() -> Panel:
    """Say which line on the right is which, where no line can run through the words."""
    words = ("network, circles' diagonal", "network, squares' diagonal", "product of matrices")
    roles: tuple[Role, ...] = (*ROLES, "accent")
    marks: list[Mark] = []
    for x, text, role in zip((0.0, 1.0, 2.0), words, roles, strict=True):
        style: Style = "dashed" if role == "accent" else "solid"
        marks += [
            Line((x, x + 0.1), (0.5, 0.5), role, style),
            Text(x + 0.13, 0.5, text, role),
        ]
    title = "Lines on the right"
    return Panel(title, "", "", (0.0, 3.0), (0.0, 1.0), tuple(marks), framed=False)


def _margin(network: MLP, X: Array) -> Array:
    scores = network.trace(X).scores
    return scores[:, 1] - scores[:, 0]


def _border(state: CollapseState) -> str:
    if state.activation == "identity" or state.n_layers == 1:
        return "with a straight line as their border"
    return "with a border that can bend" if state.n_steps else "before the first step"


def _shape(state: CollapseState) -> str:
    if state.activation == "identity" or state.n_layers == 1:
        return "straight lines on which those of one layer lie"
    return "bent lines beside the straight ones of the product of the matrices"


DEMO = Demo(
    "collapse",
    "Layers without activations",
    CollapseState(),
    CONTROLS,
    picture,
    tick=step_by(TICK, LAST_STEP),
    pace=60,
)


def collapse_demo(**state: object) -> Live[CollapseState]:
    """Show that layers without activations are one layer, and what an activation changes.

    Parameters
    ----------
    **state
        Where to start: `n_layers` (1 to 5), `activation` ("identity", "relu" or "tanh"),
        `seed` of the first weights (0 to 9), and `n_steps` (0 to 120).

    Returns
    -------
    Live
        The demo, to be the last line of a cell.

    Raises
    ------
    TypeError
        If a field does not exist.
    ValueError
        If a value is out of bounds.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Quick intro": the non-linearity is where the wiggle
    comes from; without it the matrices could be collapsed to a single one.

    Examples
    --------
    >>> collapse_demo(activation="relu").state().n_layers
    3
    """
    return Live(DEMO, **state)
