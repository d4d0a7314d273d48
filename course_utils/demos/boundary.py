"""Demo: the boundary of one neuron, and what each point costs on two readings of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from course_utils._arrays import Array, Labels
from course_utils.datasets import make_blobs, make_xor
from course_utils.demos.controls import Button, Choice, Slider
from course_utils.demos.demo import Demo
from course_utils.demos.live import Live
from course_utils.demos.marks import (
    Arrow,
    Handle,
    Line,
    Mark,
    Points,
    Raster,
    Role,
    Rule,
    Shape,
    Text,
    numbers,
    two_sided_levels,
)
from course_utils.demos.picture import Panel, Picture
from course_utils.losses import binary_cross_entropy, binary_hinge, binary_hinge_gradient
from course_utils.neuron import BinarySoftmaxClassifier, BinarySVM, Neuron

__all__ = ["DEMO", "BoundaryState", "boundary_demo"]

WEIGHT_DECAY = 0.01
# Of one scale on a panel of the usual width, so that a right angle looks like one.
X_SPAN, Y_SPAN = (-4.0, 4.0), (-2.65, 2.65)
COLUMNS, ROWS = np.linspace(*X_SPAN, 49), np.linspace(*Y_SPAN, 33)
ALONG = 1.4  # from the middle of the boundary to its handle, off the way of the weights
KEY_WIDTH = 4.0
DASHED = "– –  z = −1 and z = 1"
KEYS = tuple(Text(-3.8, y, DASHED) for y in (2.35, -2.45))
KEYS += (Text(3.8, 2.35, DASHED, align="right"),)
MARGINS = np.linspace(-4.0, 5.0, 91)
CLASSES: tuple[tuple[Role, Shape], ...] = (("class0", "circle"), ("class1", "square"))
CROSS_ENTROPY, HINGE = "cross-entropy", "hinge"
MEASURES = {CROSS_ENTROPY: binary_cross_entropy, HINGE: binary_hinge}


@dataclass(frozen=True)
class BoundaryState:
    """What the controls set: weights, bias, the points, and whose losses are marked."""

    w1: float = 0.5
    w2: float = -1.0
    b: float = 0.0
    data: str = "overlap"
    loss: str = "both"


CONTROLS = (
    Slider("w1", "weight w1", low=-3.0, high=3.0, step=0.05),
    Slider("w2", "weight w2", low=-2.5, high=2.5, step=0.05),
    Slider("b", "bias b", low=-4.0, high=4.0, step=0.05),
    Choice("data", "two classes that", ("overlap", "lie apart", "cross")),
    Choice("loss", "points on", ("both", CROSS_ENTROPY, HINGE)),
)
BUTTONS = (
    Button(CROSS_ENTROPY, "Fit by cross-entropy"),
    Button(HINGE, "Fit by hinge"),
)


def picture(state: BoundaryState) -> Picture:
    """Show the points with the boundary, and the loss of each over its margin."""
    X, y = _points(state.data)
    scores = _neuron(state).pre_activation(X)
    n_right = int(np.sum((scores > 0) == (y == 1)))
    n_pulling = int(np.sum(binary_hinge_gradient(scores, y) != 0))
    costs = f"Cross-entropy {_mean_loss(CROSS_ENTROPY, scores, y)}, hinge "
    costs += _mean_loss(HINGE, scores, y)
    right = f"{n_right} of {len(y)} points are on their side"
    if state.w1 == state.w2 == 0:
        right = f"there are no sides, all points go to class {int(state.b > 0)}"
    status = f"{costs}; {right}, {n_pulling} count for the hinge."
    return Picture(
        panels=(_point_panel(state, n_right), _loss_panel(state.loss, scores, y, costs)),
        alt=(
            "Two plots of a neuron with two inputs. Left, circles of class 0 and squares of "
            f"class 1 {_layout(state.data)}, with {_line_in_words(state)}. Right, the loss of "
            "each point falls with its margin: cross-entropy as a smooth curve that never "
            f"ends, hinge as a straight line that is 0 from margin 1 on. {status}"
        ),
        status=status,
    )


def drag(state: BoundaryState, handle: str, x: float, y: float) -> Mapping[str, float]:
    """Turn the pulled tip into the weights, or shift the boundary to the pulled point."""
    return {"w1": x, "w2": y} if handle == "w" else {"b": -(state.w1 * x + state.w2 * y)}


def press(state: BoundaryState, button: str) -> Mapping[str, float]:
    """Set weights and bias to those that the classifier of this loss learns."""
    w1, w2, b = _fitted(state.data, button)
    return {"w1": w1, "w2": w2, "b": b}


def _point_panel(state: BoundaryState, n_right: int) -> Panel:
    X, y = _points(state.data)
    neuron = _neuron(state)
    quiet = (binary_hinge_gradient(neuron.pre_activation(X), y) == 0) & (state.loss == HINGE)
    marks: list[Mark] = [
        Raster(X_SPAN, Y_SPAN, _shades(state), len(COLUMNS)),
        *_classes(X[~quiet], y[~quiet], 7.0),
        *_classes(X[quiet], y[quiet], 4.0),
        *_boundary(neuron),
        Arrow(0.0, 0.0, state.w1, state.w2, "second"),
        Handle("w", state.w1, state.w2, "xy", "w", "second"),
    ]
    title = f"Boundary: {n_right} of {len(y)} on their side"
    if not neuron.weights.any():
        title = f"No sides: all go to class {int(state.b > 0)}"
    if quiet.any():
        marks.append(Text(3.9, -2.45, "small points cost the hinge nothing", align="right"))
    return Panel(title, "x1, first input", "x2, second input", X_SPAN, Y_SPAN, tuple(marks))


def _boundary(neuron: Neuron) -> list[Mark]:
    if not neuron.weights.any():
        return [Text(0.0, 2.4, "no boundary: z is the same everywhere", align="center")]
    along = np.array([-neuron.weights[1], neuron.weights[0]]) / np.hypot(*neuron.weights)
    marks: list[Mark] = [_straight(neuron, along, level) for level in (-1.0, 1.0, 0.0)]
    marks.append(_key(neuron))
    middle = neuron.decision_boundary()
    for point in (middle + ALONG * along, middle - ALONG * along):
        if abs(point[0]) < X_SPAN[1] - 0.2 and abs(point[1]) < Y_SPAN[1] - 0.2:
            return [*marks, Handle("b", float(point[0]), float(point[1]), "xy", "b")]
    return marks


def _key(neuron: Neuron) -> Text:
    """Say what the dashed lines are, in the corner where the lines leave most room."""
    return max(KEYS, key=lambda key: _room(key, neuron))


def _room(key: Text, neuron: Neuron) -> float:
    """Return how far, in z, the nearest line is from the words; below 0, it crosses them."""
    end = key.x + (KEY_WIDTH if key.align == "left" else -KEY_WIDTH)
    low, high = sorted(neuron.pre_activation([[key.x, key.y], [end, key.y]]))
    return float(min(max(low - level, level - high) for level in (-1.0, 0.0, 1.0)))


def _straight(neuron: Neuron, along: Array, level: float) -> Line:
    middle = Neuron(neuron.weights, neuron.bias - level).decision_boundary()
    x, y = (numbers([middle[i] - 99 * along[i], middle[i] + 99 * along[i]]) for i in (0, 1))
    if level:
        return Line(x, y, "muted", "dashed", width=1.4)
    return Line(x, y, "accent", width=2.4)


def _classes(X: Array, y: Labels, size: float) -> list[Mark]:
    return [
        Points(numbers(X[y == k, 0]), numbers(X[y == k, 1]), role, shape, size)
        for k, (role, shape) in enumerate(CLASSES)
    ]


def _loss_panel(shown: str, scores: Array, y: Labels, costs: str) -> Panel:
    margins = np.where(y == 1, scores, -scores)
    low, high = MARGINS[0], MARGINS[-1]
    seen = (margins >= low) & (margins <= high)
    marks: list[Mark] = [Rule("x", 0.0, style="solid"), Rule("x", 1.0)]
    for loss, role in ((CROSS_ENTROPY, "curve"), (HINGE, "second")):
        style = "solid" if loss == CROSS_ENTROPY else "dashed"
        marks.append(Line(numbers(MARGINS), _curve(loss), role, style))  # type: ignore[arg-type]
        if shown in (loss, "both"):
            places = np.column_stack([margins, _losses(loss, margins)])[seen]
            marks += _classes(places, y[seen], 6.0)
    marks += [
        Text(high - 0.1, 4.7, "—  cross-entropy", "curve", "right"),
        Text(high - 0.1, 4.3, "– –  hinge", "second", "right"),
    ]
    if (margins < low).any():
        marks.append(Text(low + 0.1, 0.3, f"← {np.sum(margins < low)} more"))
    if (margins > high).any():
        marks.append(Text(high - 0.1, 0.6, f"{np.sum(margins > high)} more →", align="right"))
    x_label = "m, margin (below 0: wrong side)"
    return Panel(costs, x_label, "loss of a point", (low, high), (-0.2, 5.1), tuple(marks))


@lru_cache(maxsize=64)
def _curve(loss: str) -> tuple[float, ...]:
    return _losses(loss, MARGINS)


def _losses(loss: str, margins: Array) -> tuple[float, ...]:
    """Return the loss of each margin by itself: that of class 1 with the margin as score."""
    measure = MEASURES[loss]
    return numbers([measure([margin], [1]) for margin in margins])


def _mean_loss(loss: str, scores: Array, y: Labels) -> str:
    return f"{MEASURES[loss](scores, y):.2f}"


def _neuron(state: BoundaryState) -> Neuron:
    return Neuron([state.w1, state.w2], state.b)


def _shades(state: BoundaryState) -> bytes:
    corners = np.stack(np.meshgrid(COLUMNS, ROWS), axis=-1).reshape(-1, 2)
    neuron = _neuron(state)
    if state.loss == HINGE:
        strengths = neuron.pre_activation(corners)
    else:
        strengths = 2 * neuron.forward(corners) - 1
    return two_sided_levels(0.7 * np.clip(strengths, -1, 1).reshape(len(ROWS), -1))


@lru_cache(maxsize=64)
def _points(data: str) -> tuple[Array, Labels]:
    if data == "cross":
        X, y = make_xor(40, noise=0.2, seed=1)
        return 2.4 * (X - 0.5), y
    if data == "overlap":
        return make_blobs(40, centers=((-1.0, -0.5), (1.0, 0.5)), noise=0.9, seed=7)
    return make_blobs(40, centers=((-1.5, -0.7), (1.5, 0.7)), noise=0.6, seed=5)


@lru_cache(maxsize=64)
def _fitted(data: str, loss: str) -> tuple[float, float, float]:
    kind = BinarySoftmaxClassifier if loss == CROSS_ENTROPY else BinarySVM
    model = kind(weight_decay=WEIGHT_DECAY).fit(*_points(data))
    return float(model.weights_[0]), float(model.weights_[1]), model.bias_


def _layout(data: str) -> str:
    return {"overlap": "that overlap", "lie apart": "that lie apart"}.get(
        data, "on opposite corners of a square"
    )


def _line_in_words(state: BoundaryState) -> str:
    if state.w1 == state.w2 == 0:
        return "no boundary, because both weights are 0"
    return (
        f"the boundary as a straight line at a right angle to the arrow of the weights "
        f"{state.w1:g} and {state.w2:g}"
    )


DEMO = Demo(
    "boundary",
    "The boundary of one neuron",
    BoundaryState(),
    CONTROLS,
    picture,
    drag,
    buttons=BUTTONS,
    press=press,
)


def boundary_demo(**state: object) -> Live[BoundaryState]:
    """Show the boundary of one neuron, and what each point costs by two losses.

    Parameters
    ----------
    **state
        Where to start: weights `w1` (-3 to 3) and `w2` (-2.5 to 2.5), bias `b` (-4 to 4),
        `data` ("overlap", "lie apart" or "cross"), `loss` ("both", "cross-entropy" or
        "hinge").

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
    CS231n, "Neural Networks Part 1", "Single neuron as a linear classifier".  The buttons fit
    with a weight decay of .01 and round to the steps of the sliders.  Shades show the
    probability; those of the hinge show the score, as strong as they get from -1 and 1 on.

    Examples
    --------
    >>> boundary_demo(data="cross").state().data
    'cross'
    """
    return Live(DEMO, **state)
