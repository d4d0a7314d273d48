"""Demo: where to cut the probabilities of one neuron, and what the two errors cost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from course_utils._arrays import Array, Labels
from course_utils.datasets import make_blobs
from course_utils.demos.controls import Ladder, Slider
from course_utils.demos.demo import Demo
from course_utils.demos.live import Live
from course_utils.demos.marks import Bars, Handle, Line, Mark, Points, Role, Rule, Text, numbers
from course_utils.demos.picture import Panel, Picture
from course_utils.neuron import BinarySoftmaxClassifier, Neuron

__all__ = ["DEMO", "ThresholdState", "threshold_demo"]

N_SAMPLES = 20_000
EDGES = np.linspace(0.0, 1.0, 26)
GRID = np.linspace(0.0, 1.0, 101)
DEAREST = 0.38  # of what is drawn; words stand above, and an arrow for a handle beyond


@dataclass(frozen=True)
class ThresholdState:
    """What the controls set: threshold, price, overlap, and how sure the neuron is."""

    threshold: float = 0.5
    price: float = 0.25
    distance: float = 1.5
    sureness: float = 1.0


CONTROLS = (
    Slider("threshold", "threshold", low=0.0, high=1.0, step=0.01),
    Ladder("price", "price c of a false alarm", (0.1, 0.25, 0.5, 1.0, 2.0, 4.0, 10.0)),
    Slider("distance", "distance of the classes", low=1.0, high=2.0, step=0.1),
    Ladder("sureness", "learnt weights times", (0.5, 1.0, 1.5)),
)


def picture(state: ThresholdState) -> Picture:
    """Show the outputs of both classes, and the cost of errors at each threshold."""
    misses, alarms = _errors(state.distance, state.sureness)
    at, costs = round(100 * state.threshold), _costs(state)
    lowest = float(GRID[np.argmin(costs)])
    status = (
        f"At {state.threshold:.2f} there are {misses[at]:,} misses and {alarms[at]:,} false "
        f"alarms, cost {costs[at]:.3f} of all wrong; the lowest is {costs.min():.3f} at "
        f"{lowest:.2f}."
    )
    return Picture(
        panels=(_output_panel(state, misses[at], alarms[at]), _cost_panel(state, costs)),
        alt=(
            "Two plots of a neuron's outputs for 20,000 samples. Left, bars for class 1 point "
            "up and bars for class 0 point down; a vertical line at "
            f"{state.threshold:.2f} cuts both in two, a right and a wrong part. Right, "
            "the cost, as a share of that of all samples wrong, over the threshold has its "
            f"lowest point at {lowest:.2f}, and c/(1+c) is {_advised(state):.2f}. {status}"
        ),
        status=status,
    )


def drag(state: ThresholdState, handle: str, x: float, y: float) -> Mapping[str, float]:  # noqa: ARG001
    """Take the place of the pulled handle as threshold."""
    return {"threshold": x}


def _output_panel(state: ThresholdState, misses: int, alarms: int) -> Panel:
    P, y = _outputs(state.distance, state.sureness)
    wrong = np.less_equal(P, state.threshold) == (y == 1)
    half = N_SAMPLES // 2
    up, down = _bars(P[y == 1], "class1"), _bars(P[y == 0], "class0", down=True)
    # Two scales only, so that the bars can be compared while most controls move.
    tall = 20.0 if max(up.heights) < 20 and min(down.heights) > -20 else 50.0
    marks = (
        up,
        down,
        _bars(P[wrong & (y == 1)], "accent"),
        _bars(P[wrong & (y == 0)], "accent", down=True),
        Rule("y", 0.0, style="solid"),
        Line((state.threshold,) * 2, (-tall, tall), "accent", width=1.4),
        Text(0.0, 1.14 * tall, f"misses {misses:,}", "accent"),
        Text(1.0, 1.14 * tall, f"right {half - misses:,}", align="right"),
        Text(0.0, -1.14 * tall, f"right {half - alarms:,}"),
        Text(1.0, -1.14 * tall, f"false alarms {alarms:,}", "accent", "right"),
        Handle("output", state.threshold, 0.0, "x", "t"),
    )
    span = (-0.03, 1.03)
    title = f"{misses + alarms:,} of {N_SAMPLES:,} on the wrong side"
    y_label = "class 0 ↓   % of class   class 1 ↑"
    return Panel(
        title, "P, output for class 1", y_label, span, (-1.28 * tall, 1.28 * tall), marks
    )


def _bars(outputs: Array, role: Role, *, down: bool = False) -> Bars:
    shares = 100 * np.histogram(outputs, EDGES)[0] / (N_SAMPLES // 2)
    middles = numbers((EDGES[1:] + EDGES[:-1]) / 2)
    return Bars(middles, numbers(-shares if down else shares), 0.036, role)


def _cost_panel(state: ThresholdState, costs: Array) -> Panel:
    at, best = round(100 * state.threshold), int(np.argmin(costs))
    seen = costs <= DEAREST
    marks: tuple[Mark, ...] = (
        Line((_advised(state),) * 2, (0.0, DEAREST), "muted", "dashed", 1.4),
        Line(numbers(GRID[seen]), numbers(costs[seen])),
        Points((float(GRID[best]),), (float(costs[best]),), "second", "diamond", 10.0),
        Text(0.0, 0.42, f"– –  c/(1+c) = {_advised(state):.2f}"),
        Text(1.0, 0.42, f"◆  lowest at {GRID[best]:.2f}", "second", "right"),
        *_beyond(state.threshold, float(costs[at])),
        Handle("cost", state.threshold, float(min(costs[at], DEAREST)), "x", "t"),
    )
    title = f"Cost {costs[at]:.3f} here, {costs[best]:.3f} at best"
    x_span, y_span = (-0.03, 1.03), (0.0, 0.45)
    return Panel(title, "t, threshold", "cost (1 = all wrong)", x_span, y_span, marks)


def _beyond(threshold: float, cost: float) -> list[Text]:
    """Name a cost that lies above what is drawn, beside the handle towards the middle."""
    if cost <= DEAREST:
        return []
    side, align = (0.04, "left") if threshold < 0.5 else (-0.04, "right")
    return [Text(threshold + side, DEAREST, f"↑ {cost:.3f}", "accent", align)]  # type: ignore[arg-type]


def _advised(state: ThresholdState) -> float:
    return state.price / (1 + state.price)


def _costs(state: ThresholdState) -> Array:
    misses, alarms = _errors(state.distance, state.sureness)
    # A share of what it costs if all are wrong, so that all prices have one scale.
    costs: Array = 2 * (misses + state.price * alarms) / (1 + state.price) / N_SAMPLES
    return costs


@lru_cache(maxsize=64)
def _errors(distance: float, sureness: float) -> tuple[Labels, Labels]:
    """Count the samples of class 1 up to each threshold, and those of class 0 above."""
    P, y = _outputs(distance, sureness)
    misses = np.searchsorted(np.sort(P[y == 1]), GRID, side="right")
    alarms = np.sum(y == 0) - np.searchsorted(np.sort(P[y == 0]), GRID, side="right")
    return misses, alarms


@lru_cache(maxsize=64)
def _outputs(distance: float, sureness: float) -> tuple[Array, Labels]:
    X, y = make_blobs(N_SAMPLES, centers=[[0.0], [distance]], noise=1.0, seed=17)
    model = BinarySoftmaxClassifier(weight_decay=0.0).fit(X, y)
    surer = Neuron(sureness * model.weights_, sureness * model.bias_)
    return surer.forward(X), y


DEMO = Demo(
    "threshold",
    "Where to cut a probability",
    ThresholdState(),
    CONTROLS,
    picture,
    drag,
)


def threshold_demo(**state: object) -> Live[ThresholdState]:
    """Show which errors a neuron makes at each threshold, and what they cost.

    Parameters
    ----------
    **state
        Where to start: `threshold` (0 to 1), `price` of a false alarm (.1 to 10; that of a
        miss is 1), `distance` of the classes (1 to 2), and `sureness`, by which the learnt
        weights are multiplied (.5, 1 or 1.5).

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
    CS231n, "Neural Networks Part 1", "Single neuron as a linear classifier", decides at .5.
    Costs are shares of what it would cost if every sample were on the wrong side.

    Examples
    --------
    >>> threshold_demo(price=4.0).state().price
    4.0
    """
    return Live(DEMO, **state)
