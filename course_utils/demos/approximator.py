"""Demo: one function put together from bumps, from bends, or by training."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from course_utils.datasets import TARGETS
from course_utils.demos._approximator_panels import (
    TRAINED,
    basis_panel,
    basis_words,
    error_panel,
    size_panel,
    sum_panel,
    visible_heights,
    weighted_panel,
)
from course_utils.demos._approximator_sums import (
    BUMPS,
    HALF_OPEN,
    RELUS,
    SIGMOIDS,
    STRICT,
    Built,
    Heights,
    automatic_heights,
    built,
    handle_places,
)
from course_utils.demos._approximator_training import LAST_STEP, TICK, trained
from course_utils.demos._runs import step_by
from course_utils.demos.controls import Button, Choice, Hidden, Ladder, Slider
from course_utils.demos.demo import Demo
from course_utils.demos.live import Live
from course_utils.demos.marks import numbers
from course_utils.demos.picture import Picture

__all__ = ["DEMO", "ApproximatorState", "approximator_demo"]

KINDS = (HALF_OPEN, STRICT, SIGMOIDS, RELUS, TRAINED)
MOST = 64
STEEPNESS = (5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1e3, 1e4)
GRID = 0.01  # of the slider for a height, as fine as the titles
DIGITS = 3  # of a height that was set by hand


@dataclass(frozen=True)
class ApproximatorState:
    """What the controls set: the kind of sum, the target, its size, heights, and time."""

    kind: str = HALF_OPEN
    target: str = "waves"
    n: int = 8
    steepness: float = 20.0
    bump: int = 3
    height: float = 1.19
    heights: Heights = ()
    n_steps: int = 0


def _tidy_heights(value: object) -> Heights | None:
    if not isinstance(value, tuple | list) or len(value) > MOST + 1:
        return None
    if not all(isinstance(each, int | float) and abs(each) <= 2 for each in value):
        return None
    return tuple(round(float(each), DIGITS) for each in value)


CONTROLS = (
    Choice("kind", "sum of", KINDS),
    Choice("target", "target f", tuple(TARGETS)),
    Slider("n", "number n of them", low=4, high=MOST, step=1),
    Ladder("steepness", "sigmoid steepness", STEEPNESS),
    Slider("bump", "chosen bump or knot", low=1, high=MOST + 1, step=1),
    Slider("height", "its height", low=-1.6, high=1.6, step=GRID),
    Hidden("heights", _tidy_heights, ((), (0.0,) * 8)),
    Slider("n_steps", "trained ReLUs: steps", low=0, high=LAST_STEP, step=TICK),
)


def settle(before: ApproximatorState, after: ApproximatorState) -> ApproximatorState:
    """Make the fields fit together: what was changed last counts."""
    after = _with_kind_of_control(before, after)
    resized = _shape(before) != _shape(after)
    if resized and after.kind == before.kind and after.n_steps == before.n_steps:
        after = replace(after, n_steps=0)
    heights = after.heights
    if (resized and heights == before.heights) or len(heights) != _n_places(after):
        heights = ()
    if after.kind == TRAINED:
        heights = ()
    low, high = visible_heights(after.target)
    heights = tuple(min(max(height, low), high) for height in heights)
    after = replace(after, heights=heights, bump=min(after.bump, _n_places(after)))
    by_slider = after.height != before.height and after.heights == before.heights
    if by_slider and after.kind != TRAINED and after.height != _on_slider(after):
        height = min(max(after.height, low), high)
        after = replace(after, heights=_with(after, after.bump, height))
    return replace(after, height=_on_slider(after))


def drag(state: ApproximatorState, handle: str, x: float, y: float) -> Mapping[str, object]:  # noqa: ARG001
    """Give the bump whose top was pulled another height."""
    bump = int(handle.removeprefix("h"))
    low, high = visible_heights(state.target)
    return {"bump": bump, "heights": _with(state, bump, min(max(y, low), high))}


def press(state: ApproximatorState, button: str) -> Mapping[str, object]:
    """Take the heights from the target, or lay all bumps flat."""
    if state.kind == TRAINED:
        return {"n_steps": 0}
    return {"heights": () if button == "fit" else (0.0,) * _n_places(state)}


def picture(state: ApproximatorState) -> Picture:
    """Show the parts, the weighted parts, their sum on the target, and the error."""
    total, chosen = _total(state), state.bump - 1
    kind, target, n = state.kind, state.target, state.n
    low, high = TARGETS[target].interval
    product = state.steepness * (high - low) / n
    places, tops = numbers(_places(state)), numbers(_heights(state))
    if kind == TRAINED:
        places = tops = ()
    what, status = basis_words(kind, total, product, state.n_steps), _status(state, total)
    return Picture(
        panels=(
            basis_panel(kind, target, total, chosen, what),
            weighted_panel(kind, target, total, chosen, _heights(state)[chosen]),
            sum_panel(kind, target, total, places, tops, chosen),
            error_panel(kind, target, n, total),
            size_panel(kind, target, state.steepness, n, total.sup_error),
        ),
        alt=(
            f"Five plots of a sum of {n} {kind} that imitates the target {target} on the "
            f"interval from {low:g} to {high:g}. From top to bottom: the parts of the sum "
            f"({what}); the "
            "parts times their weights; the sum as a solid line over the dashed target; left "
            "the error as a curve, right the largest error against n, both axes logarithmic. "
            f"{status}"
        ),
        status=status,
        rows=(1, 1, 1, 2),
        heights=(150.0, 165.0, 285.0, 190.0),
    )


# ---- What the state stands for -----------------------------------------------------------


def _total(state: ApproximatorState) -> Built:
    if state.kind == TRAINED:
        return trained(state.target, state.n, state.n_steps)
    return built(state.kind, state.target, state.n, state.steepness, _heights(state))


def _status(state: ApproximatorState, total: Built) -> str:
    off, n = f"{total.sup_error:.3f}", state.n
    if state.kind == TRAINED:
        by_hand = built(RELUS, state.target, n, state.steepness, _heights(state)).sup_error
        return (
            f"After {state.n_steps} steps of Adam {n} ReLUs are at most {off} off; "
            f"{n} ReLUs built by hand, {by_hand:.3f}."
        )
    if state.kind == STRICT:
        return f"The sum of {n} strict bumps is at most {off} off: at the edges it is 0."
    where = " away from the ends" if state.kind == SIGMOIDS else ""
    return f"The sum of {n} {state.kind} is at most {off} off{where}."


def _with_kind_of_control(
    before: ApproximatorState, after: ApproximatorState
) -> ApproximatorState:
    """Go to the kind that a moved control belongs to; reset what belongs to other kinds."""
    kind = after.kind
    if kind == before.kind and after.n_steps != before.n_steps:
        kind = TRAINED
    elif kind == before.kind and after.steepness != before.steepness:
        kind = SIGMOIDS
    start = ApproximatorState()
    return replace(
        after,
        kind=kind,
        steepness=after.steepness if kind == SIGMOIDS else start.steepness,
        n_steps=after.n_steps if kind == TRAINED else 0,
    )


def _shape(state: ApproximatorState) -> tuple[str, int, int]:
    return state.target, state.n, _n_places(state)


def _handle_kind(state: ApproximatorState) -> str:
    return RELUS if state.kind == TRAINED else state.kind


def _places(state: ApproximatorState) -> Heights:
    return tuple(handle_places(_handle_kind(state), state.target, state.n).tolist())


def _n_places(state: ApproximatorState) -> int:
    return state.n if state.kind in (*BUMPS, SIGMOIDS) else state.n + 1


def _heights(state: ApproximatorState) -> Heights:
    return state.heights or automatic_heights(_handle_kind(state), state.target, state.n)


def _with(state: ApproximatorState, bump: int, height: float) -> Heights:
    heights = list(_heights(state))
    if bump <= len(heights):
        heights[bump - 1] = float(height)
    return tuple(round(each, DIGITS) for each in heights)


def _on_slider(state: ApproximatorState) -> float:
    """Return the height of the chosen bump where the slider can stand."""
    height = _heights(state)[state.bump - 1]
    return float(np.clip(round(round(height / GRID) * GRID, 6), -1.6, 1.6)) + 0.0


DEMO = Demo(
    "approximator",
    "A function out of bumps, bends and training",
    ApproximatorState(),
    CONTROLS,
    picture,
    drag,
    buttons=(Button("fit", "Fit heights"), Button("flat", "Flat start")),
    press=press,
    tick=step_by(TICK, LAST_STEP),
    pace=60,
    settle=settle,
)


def approximator_demo(**state: object) -> Live[ApproximatorState]:
    """Show how a sum of simple parts imitates a function: build it by hand or train it.

    Parameters
    ----------
    **state
        Where to start: `kind` ("half-open bumps", "strict bumps", "sigmoid pairs", "ReLUs",
        "trained ReLUs"), `target` (a name of `TARGETS`), `n` (4 to 64), `steepness` (5 to
        10,000), `bump` (1 to 65) and its `height`, all `heights`, `n_steps` (0 to 2,000).

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
    CS231n, "Neural Networks Part 1", "Representational power", and Nielsen, "Neural Networks
    and Deep Learning", chapter 4. Half-open bumps, ReLUs through knots and a trained net
    approximate better with more parts; the strict bumps of the notes never do.

    Examples
    --------
    >>> approximator_demo(n=16).state().n
    16
    """
    return Live(DEMO, **state)
