"""Demo: a network of your own on points of your own, trained while you watch."""

from __future__ import annotations

from collections.abc import Mapping

from course_utils.demos._numbers import as_number
from course_utils.demos._playground_features import INPUTS
from course_utils.demos._playground_picture import CURSOR, picture
from course_utils.demos._playground_run import look
from course_utils.demos._playground_state import (
    GOING,
    LAST_STEP,
    MOST_LAYERS,
    MOST_UNITS,
    OWN,
    PRESETS,
    REACH,
    TICK,
    Phase,
    PlaygroundState,
    Point,
    settle,
    tidy_layers,
)
from course_utils.demos._playground_warp import VIEWS
from course_utils.demos.controls import Button, Choice, Control, Entry, Hidden, Ladder, Slider
from course_utils.demos.demo import Click, Demo
from course_utils.demos.live import Live
from course_utils.initialization import INITIALIZATIONS
from course_utils.training import OPTIMIZERS

__all__ = ["DEMO", "PlaygroundState", "playground_demo"]

MOST_POINTS = 60  # added by hand
FARTHEST = max(REACH.values())
RATES = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0)
DECAYS = (0.0, 0.0001, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0)
STARTS = (*INITIALIZATIONS, "std 0.01", "std 1", "std 5")


def _as_points(value: object) -> tuple[Point, ...] | None:
    if not isinstance(value, list | tuple) or len(value) > MOST_POINTS:
        return None
    points = [_as_point(point) for point in value]
    return None if None in points else tuple(points)  # type: ignore[arg-type]


def _as_point(value: object) -> Point | None:
    if not isinstance(value, list | tuple) or len(value) != 3 or value[2] not in (0, 1):
        return None
    x, y = map(as_number, value[:2])
    if x is None or y is None:
        return None
    return round(_near(x), 2), round(_near(y), 2), int(value[2])


def _near(at: float) -> float:
    return min(max(at, -FARTHEST), FARTHEST)


def _as_past(value: object) -> tuple[Phase, ...] | None:
    if not isinstance(value, list | tuple):
        return None
    past, begun = [], 0
    for phase in value:
        if not isinstance(phase, list | tuple) or len(phase) != len(GOING) + 1:
            return None
        until = _as_step(phase[0])
        values = [_BY_NAME[name].settle(v) for name, v in zip(GOING, phase[1:], strict=True)]
        if until is None or until <= begun or None in values:
            return None
        past.append((until, *values))
        begun = until
    return tuple(past)


def _as_step(value: object) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= LAST_STEP:
        return None
    return TICK * round(value / TICK)


EXAMPLE = (TICK, "sgd", 0.3, 0.9, "all", 0.0, "mean loss", ())
CONTROLS: tuple[Control, ...] = (
    Choice("preset", "preset", (*PRESETS, OWN)),
    Choice("data", "points", tuple(REACH)),
    Slider("noise", "noise, or wrong labels", low=0, high=30, step=5, unit="%"),
    Slider("test_share", "points to test on", low=0, high=80, step=10, unit="%"),
    Slider("data_seed", "seed of the points", low=0, high=20, step=1),
    Choice("inputs", "inputs", tuple(INPUTS)),
    Entry("layers", "hidden layers", tidy_layers, ("none", "20 relu, 6 sigmoid")),
    Choice("initialization", "initialisation", STARTS),
    Slider("seed", "seed of the weights", low=0, high=20, step=1),
    Choice("optimizer", "optimiser", tuple(OPTIMIZERS)),
    Ladder("learning_rate", "learning rate η", RATES),
    Ladder("momentum", "momentum μ", (0.0, 0.1, 0.5, 0.9, 0.99)),
    Choice("batch", "points in a step", ("1", "5", "10", "30", "all")),
    Ladder("weight_decay", "weight decay λ", DECAYS),
    Choice("convention", "convention of λ", ("mean loss", "ConvNetJS")),
    Ladder("speed", "steps per picture", (10, 20, 50, 100, 200, 500, 1000)),
    Slider("layer", "layer to look at", low=1, high=MOST_LAYERS + 1, step=1),
    Slider("unit", "unit to look at", low=1, high=MOST_UNITS, step=1),
    Choice("view", "third panel", VIEWS),
    Slider("across", "cursor across", low=-CURSOR, high=CURSOR, step=5, unit="%"),
    Slider("up", "cursor up", low=-CURSOR, high=CURSOR, step=5, unit="%"),
    Hidden("points", _as_points, ((), ((0.0, 0.0, 1),))),
    Hidden("past", _as_past, ((), (EXAMPLE,))),
    Hidden("n_steps", _as_step, (0, 20 * TICK)),
)
_BY_NAME: Mapping[str, Control] = {control.name: control for control in CONTROLS}

BUTTONS = (
    Button("circle", "Add blue circle"),
    Button("square", "Add orange square"),
    Button("remove", "Remove nearest added"),
    Button("again", "Back to step 0"),
)


def click(state: PlaygroundState, at: Click) -> Mapping[str, object]:
    """Add a point of class 0, or with shift of class 1."""
    return {"points": (*state.points, (at.x, at.y, int(at.other)))}


def point(state: PlaygroundState, spot: str) -> Mapping[str, object]:  # noqa: ARG001
    """Look at the unit under the mouse."""
    layer, unit = spot.split(".")
    return {"layer": int(layer), "unit": int(unit)}


def press(state: PlaygroundState, button: str) -> Mapping[str, object]:
    """Add a point under the cursor, remove the nearest of those, or start at step 0."""
    if button == "again":
        return {"n_steps": 0, "past": ()}
    reach = REACH[state.data]
    x, y = reach * state.across / CURSOR, reach * state.up / CURSOR
    if button != "remove":
        return {"points": (*state.points, (x, y, int(button == "square")))}
    nearest = min(state.points, key=lambda p: (p[0] - x) ** 2 + (p[1] - y) ** 2, default=None)
    left = list(state.points)
    if nearest is not None:
        left.remove(nearest)
    return {"points": tuple(left)}


def tick(state: PlaygroundState) -> Mapping[str, int]:
    """Train some steps further, until the last, or until there is nothing left to train."""
    changed = bool(state.past) and state.past[-1][0] == state.n_steps
    lost = look(state).lost is not None and not changed  # a lower rate may help
    later = min(state.n_steps + state.speed, LAST_STEP)
    return {} if lost or later == state.n_steps else {"n_steps": later}


DEMO = Demo(
    "playground",
    "A playground for networks",
    PlaygroundState(),
    CONTROLS,
    picture,
    click=click,
    point=point,
    buttons=BUTTONS,
    press=press,
    tick=tick,
    pace=1,
    settle=settle,
)


def playground_demo(**state: object) -> Live[PlaygroundState]:
    """Train a network of your own on points of your own, and watch what it learns.

    Parameters
    ----------
    **state
        Where to start: a `preset` such as "20 units" or "lambda .01", and whatever shall
        differ from it: `data`, `noise` (0 to 30), `test_share` (0 to 80), `data_seed`,
        `inputs` ("x1, x2"; "with squares", also x1², x2² and x1·x2; or "with sines", also
        sin x1 and sin x2), `layers` (a text such as "20 tanh, 6 relu", or "none"),
        `initialization`, `seed`, `optimizer`, `learning_rate`, `momentum`,
        `batch` ("1" to "30", or "all"), `weight_decay`, `convention` ("mean loss", or
        "ConvNetJS", which divides the weight decay by the batch size), `n_steps` and the
        `speed`, in steps per picture; the `layer` and `unit` to look at, in the `view` "unit"
        (where it puts out how much) or "warped plane" (where its layer puts the points and
        the grid lines, by this unit across and the next one up).

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
    CS231n, "Neural Networks Part 1", "Setting number of layers and their sizes", which links
    ConvNetJS's demo; the presets repeat its figures of 3, 6 and 20 units and of three
    strengths of weight decay.  The warped plane is ConvNetJS's too; the choice of inputs is
    that of TensorFlow's playground.  The line of Python below the picture brings everything
    back, points that you added and rates that you changed on the way included.

    A click on the regions adds a point, with the shift key one of the other class.

    Examples
    --------
    >>> playground_demo(layers="3 + 2 relu").state().layers
    '3 tanh, 2 relu'
    """
    return Live(DEMO, **state)
