"""Demo: a cloud of points centred, scaled, turned and whitened, by whose numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import cos, hypot, radians, sin

import numpy as np

from course_utils._arrays import Array
from course_utils.demos._words import signed
from course_utils.demos.controls import Choice, Slider, Toggle
from course_utils.demos.demo import Demo
from course_utils.demos.live import Live
from course_utils.demos.marks import (
    Arrow,
    Handle,
    Line,
    Mark,
    Points,
    Role,
    Rule,
    Text,
    numbers,
)
from course_utils.demos.picture import Panel, Picture
from course_utils.preprocessing import PCA, Standardizer, Whitener

__all__ = ["DEMO", "PreprocessingState", "preprocessing_demo"]

N_TRAIN, N_TEST = 200, 40
NARROW, TEST_SPREAD = 0.6, 0.5
SLOPE = 0.25  # of the way on which the offset moves the cloud
# Of one scale on a panel of the usual width, so that right angles and circles look right.
X_SPAN, Y_SPAN = (-9.6, 9.6), (-6.4, 6.4)
CIRCLE = 2.0 * np.stack([f(np.linspace(0, 2 * np.pi, 61)) for f in (np.cos, np.sin)])
STEPS = ("raw", "centred", "standardised", "decorrelated", "whitened")
Step = Callable[[Array], Array]


@dataclass(frozen=True)
class PreprocessingState:
    """What the controls set: the step, the shape of the cloud, the test points, a leak."""

    step: str = "standardised"
    offset: float = 3.0
    stretch: float = 3.0
    angle: float = 35.0
    test_x: float = -4.0
    test_y: float = 3.0
    leak: bool = False


CONTROLS = (
    Choice("step", "data", STEPS),
    Slider("offset", "offset of the mean", low=-4.0, high=4.0, step=0.1),
    Slider("stretch", "stretch", low=1.0, high=3.5, step=0.1),
    Slider("angle", "angle", low=-90.0, high=90.0, step=5.0, unit="°"),
    Slider("test_x", "test points x1", low=-7.0, high=7.0, step=0.1),
    Slider("test_y", "test points x2", low=-4.5, high=4.5, step=0.1),
    Toggle("leak", "leak: numbers from test points too"),
)


def picture(state: PreprocessingState) -> Picture:
    """Show the cloud as it came, and after the step."""
    train, test = _train(state.offset, state.stretch, state.angle), _test(state)
    step = _fitted(state.step, np.vstack([train, test]) if state.leak else train)
    ready = step(train)
    moved = float(np.abs(ready - _fitted(state.step, train)(train)).max())
    how = f"move them by up to {moved:.2f}" if moved > 0 else "do not move them"
    status = f"Training points, {state.step}: {_summary(ready)}; the test points {how}."
    return Picture(
        panels=(_raw_panel(state, train, test), _ready_panel(state, step, train, test)),
        alt=(
            "Two plots of a cloud of training points, circles, and a small one of test points, "
            "squares, with the directions in which the training points vary most and least as "
            f"arrows. Left, as they came: {_summary(train)}. Right, {state.step}: the training "
            f"points {_shape(state, moved)}. {status}"
        ),
        status=status,
    )


def drag(state: PreprocessingState, handle: str, x: float, y: float) -> Mapping[str, float]:  # noqa: ARG001
    """Turn a pulled handle into the offset of the cloud, or the place of the test points."""
    return {"offset": x} if handle == "mean" else {"test_x": x, "test_y": y}


def _raw_panel(state: PreprocessingState, train: Array, test: Array) -> Panel:
    marks = (
        *_cloud(train, test, lambda X: X),
        Handle("mean", state.offset, SLOPE * state.offset, "x", "m"),
        Handle("test", state.test_x, state.test_y, "xy", "t", "class1", "square"),
    )
    title = f"As it came: correlation {signed(_correlation(train))}"
    return Panel(title, "x1, first input", "x2, second input", X_SPAN, Y_SPAN, marks)


def _ready_panel(state: PreprocessingState, step: Step, train: Array, test: Array) -> Panel:
    turned = state.step in STEPS[3:]
    labels = ("along arrow 1", "along arrow 2") if turned else ("x1", "x2")
    ready = step(train)
    mean = ready.mean(axis=0)
    marks = (
        *_cloud(train, test, step),
        Line(numbers(CIRCLE[0]), numbers(CIRCLE[1]), "muted", "dashed", 1.6),
        Points(numbers(mean[:1]), numbers(mean[1:]), "accent", "diamond", 8.0),
        *_out_of_sight(step(test)),
    )
    (s1, s2), r = _spread(ready), signed(_correlation(ready))
    title = f"{state.step.capitalize()}: std {s1:.2f}, {s2:.2f}; corr. {r}"
    x_label = f"{labels[0]} (◆ mean; dashed: 2 std if white)"
    y_label = f"{labels[1]}, {state.step}"
    return Panel(title, x_label, y_label, X_SPAN, Y_SPAN, marks)


def _out_of_sight(test: Array) -> list[Mark]:
    """Say how many of the test points are not drawn, and about where they lie."""
    outside = test[(np.abs(test) > (X_SPAN[1], Y_SPAN[1])).any(axis=1)]
    if not len(outside):
        return []
    x, y = outside.mean(axis=0).tolist()
    words = f"{len(outside)} test points out of sight, near ({_rounded(x)}, {_rounded(y)})"
    return [Text(0.0, -5.7 if y > 0 else 5.7, words, "class1", "center")]


def _rounded(value: float) -> str:
    return signed(value, 0)


def _cloud(train: Array, test: Array, step: Step) -> list[Mark]:
    """Draw points and main directions where the step sends them."""
    marks: list[Mark] = [Rule("x", 0.0, style="solid"), Rule("y", 0.0, style="solid")]
    a, b = step(train), step(test)
    marks += [
        Points(numbers(a[:, 0]), numbers(a[:, 1]), "class0", "circle", 4.5),
        Points(numbers(b[:, 0]), numbers(b[:, 1]), "class1", "square", 4.5),
    ]
    pca = PCA.fit(train)
    tips = pca.mean_ + 2 * np.sqrt(pca.explained_variance_)[:, np.newaxis] * pca.components_
    x0, y0 = step(pca.mean_[np.newaxis])[0].tolist()
    roles: tuple[Role, ...] = ("accent", "second")
    for n, ((x1, y1), role) in enumerate(zip(step(tips).tolist(), roles, strict=True), start=1):
        marks.append(Arrow(x0, y0, x1, y1, role))
        on = 1 + 0.6 / hypot(x1 - x0, y1 - y0)
        marks.append(Text(x0 + on * (x1 - x0), y0 + on * (y1 - y0), str(n), role, "center"))
    return marks


def _fitted(name: str, X: Array) -> Step:
    """Learn a step from points; it can then be done to any others."""
    if name == "raw":
        return lambda points: points
    if name == "centred":
        return lambda points: points - Standardizer.fit(X).mean_
    if name == "standardised":
        return Standardizer.fit(X).transform
    return PCA.fit(X).transform if name == "decorrelated" else Whitener.fit(X, eps=0).transform


@lru_cache(maxsize=1)
def _draws() -> tuple[Array, Array]:
    rng = np.random.default_rng(60)
    return rng.standard_normal((N_TRAIN, 2)), TEST_SPREAD * rng.standard_normal((N_TEST, 2))


@lru_cache(maxsize=64)
def _train(offset: float, stretch: float, angle: float) -> Array:
    c, s = cos(radians(angle)), sin(radians(angle))
    turn = np.array([[c, s], [-s, c]])
    shape = NARROW * np.array([stretch, 1.0])
    cloud: Array = _draws()[0] * shape @ turn + np.array([offset, SLOPE * offset])
    return cloud


def _test(state: PreprocessingState) -> Array:
    cloud: Array = _draws()[1] + np.array([state.test_x, state.test_y])
    return cloud


def _spread(X: Array) -> tuple[float, float]:
    first, second = X.std(axis=0).tolist()
    return first, second


def _correlation(X: Array) -> float:
    return float(np.corrcoef(X[:, 0], X[:, 1])[0, 1])


def _summary(X: Array) -> str:
    (m1, m2), (s1, s2) = X.mean(axis=0).tolist(), _spread(X)
    return (
        f"mean ({signed(m1)}, {signed(m2)}), std ({s1:.2f}, {s2:.2f}), "
        f"correlation {signed(_correlation(X))}"
    )


def _shape(state: PreprocessingState, moved: float) -> str:
    if round(moved, 2) > 0:
        wish = {
            "centred": "mean 0",
            "standardised": "mean 0 and a spread of 1 along both axes",
            "decorrelated": "mean 0 and main directions along the axes",
            "whitened": "the round cloud around 0 that they would fill",
        }[state.step]
        return f"miss {wish}, because of the test points"
    return {
        "raw": "lie as before",
        "centred": "have the same shape, moved to 0",
        "standardised": "spread equally along both axes, but still slant where they did",
        "decorrelated": "have their long direction along the first axis",
        "whitened": "fill a round cloud",
    }[state.step]


DEMO = Demo(
    "preprocessing",
    "Centre, scale, turn and whiten",
    PreprocessingState(),
    CONTROLS,
    picture,
    drag,
)


def preprocessing_demo(**state: object) -> Live[PreprocessingState]:
    """Show what centring, standardising, PCA and whitening do to a cloud of points.

    Parameters
    ----------
    **state
        Where to start: `step` ("raw", "centred", "standardised", "decorrelated" or
        "whitened"), `offset` (-4 to 4), `stretch` (1 to 3.5) and `angle` (-90 to 90 degrees)
        of the cloud, `test_x` (-7 to 7) and `test_y` (-4.5 to 4.5) of the test points,
        `leak` (bool).

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
    CS231n, "Neural Networks Part 2", "Data Preprocessing".  The numbers of each step come
    from the training points alone, unless `leak` is on: then the test points, which nobody
    should have seen, shift the training points.

    Examples
    --------
    >>> preprocessing_demo(step="whitened").state().step
    'whitened'
    """
    return Live(DEMO, **state)
