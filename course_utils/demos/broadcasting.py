"""Demo: how NumPy stretches a bias of the wrong shape, and when it tells you."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from textwrap import wrap

import numpy as np

from course_utils._arrays import Array
from course_utils.demos.controls import Choice, Slider
from course_utils.demos.demo import Click, Demo
from course_utils.demos.live import Live
from course_utils.demos.marks import Mark, Points, Raster, Role, Strokes, Text, class_levels
from course_utils.demos.picture import Panel, Picture
from course_utils.network import Dense

__all__ = ["DEMO", "BroadcastingState", "broadcasting_demo"]

# All of W x is below 10, so that the first digit of a sum tells whose bias was added.
W = np.array([[1.0, 0.0, 1.0], [0.0, 2.0, 1.0], [1.0, 1.0, 0.0], [2.0, 0.0, 1.0]])
X = np.array([[1, 2, 0], [3, 0, 1], [0, 1, 2], [2, 2, 1], [1, 0, 3], [0, 3, 1]], np.float64)
BIASES = np.array([10.0, 20.0, 30.0, 40.0])
LAYER = Dense(W, BIASES)
MOST = len(X)
PLACES = (0.0, 7.5, 15.0)  # of the three grids, each up to MOST cells wide
TOP, HEADING = 6.2, 7.0
SHADE = 0.3


@dataclass(frozen=True)
class BroadcastingState:
    """What the controls set: the shape of b, the samples, the dialect, the product."""

    bias: str = "(4,)"
    n_samples: int = 4
    dialect: str = "columns"
    product: str = "@"


CONTROLS = (
    Choice("bias", "shape of b", ("(4,)", "(4, 1)")),
    Slider("n_samples", "samples N", low=1, high=MOST, step=1),
    Choice("dialect", "samples are", ("columns", "rows")),
    Choice("product", "product", ("@", "*")),
)


@dataclass(frozen=True, eq=False)
class Sum:
    """What came of W x + b: the last step, its result or its error, and what was wanted."""

    names: tuple[str, str]
    terms: tuple[Array, Array]
    sign: str
    result: Array | None
    words: str
    wanted: Array

    @property
    def wrong(self) -> Array:
        """Which values of the result are not those that were wanted."""
        return np.zeros(0) if self.result is None else self.result != self.wanted

    @property
    def is_right(self) -> bool:
        """Whether shape and values are as wanted."""
        return self.result is not None and np.array_equal(self.result, self.wanted)


def picture(state: BroadcastingState) -> Picture:
    """Show the sum as three grids of cells, and below it what other batches lead to."""
    done = _sum(state)
    status = _status(state, done)
    return Picture(
        panels=(_grids(state, done), _batches(state)),
        alt=(f"{_drawing(done)}. Below it stands what comes of 1 to {MOST} samples. {status}"),
        status=status,
        rows=(1, 1),
        heights=(350.0, 132.0),
    )


def click(state: BroadcastingState, where: Click) -> Mapping[str, int]:  # noqa: ARG001
    """Choose the number of samples that was clicked on."""
    return {"n_samples": round(where.x)}


def _sum(state: BroadcastingState) -> Sum:
    in_columns = state.dialect == "columns"
    some = X[: state.n_samples]
    left, right = (W, some.T) if in_columns else (some, W.T)
    bias = BIASES if state.bias == "(4,)" else BIASES[:, np.newaxis]
    wanted = LAYER.pre_activation(some)
    wanted = wanted.T if in_columns else wanted
    product, words = _tried(np.matmul if state.product == "@" else np.multiply, left, right)
    if product is None:
        return Sum(_factors(state), (left, right), state.product, None, words, wanted)
    result, words = _tried(np.add, product, bias)
    return Sum((_formula(state), "b"), (product, bias), "+", result, words, wanted)


def _tried(act: np.ufunc, left: Array, right: Array) -> tuple[Array | None, str]:
    try:
        return act(left, right), ""
    except ValueError as error:
        return None, str(error).strip()


def _factors(state: BroadcastingState) -> tuple[str, str]:
    return ("W", "x") if state.dialect == "columns" else ("X", "W.T")


def _formula(state: BroadcastingState) -> str:
    return f" {state.product} ".join(_factors(state))


def _status(state: BroadcastingState, done: Sum) -> str:
    if done.result is None:
        return f"{_formula(state)} + b with N = {state.n_samples} is an error: {done.words}."
    said = (
        f"{_formula(state)} of shape {done.terms[0].shape} plus b of shape {state.bias} gives "
        f"shape {done.result.shape}"
    )
    if done.is_right:
        return f"{said} and {done.result.size} right values."
    far = np.abs(done.result - done.wanted).max()
    instead = f", not {done.wanted.shape}," * (done.result.shape != done.wanted.shape)
    n_wrong = f"{done.wrong.sum()} of {done.result.size} values are wrong"
    return f"{said}{instead} and no error; {n_wrong}, by up to {far:g}."


def _drawing(done: Sum) -> str:
    """Say what the grids show; without a result words of an error stand in its place."""
    left, right = done.names
    if done.result is None:
        act = "sum" if done.sign == "+" else "product value by value"
        return f"A drawing of a {act}: the grids of {left} and {right} do not fit: an error"
    return (
        f"A drawing of a sum: the grids of {left} and {right}, stretched to the same shape, "
        f"give a third grid with {done.wrong.sum() or 'no'} cells marked as wrong"
    )


def _title(done: Sum) -> str:
    if done.result is None:
        return f"NumPy refuses {done.sign} for these shapes"
    if done.is_right:
        return "Right: each neuron adds its own bias of 10, 20, 30 or 40"
    if done.result.shape != done.wanted.shape:
        return f"No error, but the shape is {done.result.shape}, not {done.wanted.shape}"
    return f"No error, but {done.wrong.sum()} of {done.result.size} values are wrong"


def _grids(state: BroadcastingState, done: Sum) -> Panel:
    marks = _headings(state, done)
    for place, term in zip(PLACES[:2], done.terms, strict=True):
        marks += _grid(place, np.atleast_2d(term), done.result)
    height = TOP - len(done.terms[0] if done.result is None else done.result) / 2
    for place, sign in zip(PLACES[1:], (done.sign, "="), strict=True):
        marks.append(Text(place - 0.75, height, sign, "curve", "center"))
    if done.result is None:
        marks += _error(done)
    else:
        marks += _verdict(done.result, done.wrong)
    span = (0.0, PLACES[2] + MOST)
    return Panel(_title(done), "", "", span, (-0.6, 7.6), tuple(marks), framed=False)


def _headings(state: BroadcastingState, done: Sum) -> list[Mark]:
    words = [
        f"{name}: {term.shape}" + " read as (1, 4)" * (term.ndim == 1)
        for name, term in zip(done.names, done.terms, strict=True)
    ]
    words.append("error" if done.result is None else f"sum: {done.result.shape}")
    marks: list[Mark] = [
        Text(place + MOST / 2, HEADING, word, "curve", "center")
        for place, word in zip(PLACES, words, strict=True)
    ]
    axes = ("neuron", "sample") if state.dialect == "columns" else ("sample", "neuron")
    words_below = f"a row for each {axes[0]}, a column for each {axes[1]}"
    return [*marks, Text(PLACES[0], -0.3, words_below)] if done.sign == "+" else marks


def _corner(place: float, shape: tuple[int, ...]) -> tuple[float, float]:
    """Return left and bottom of a grid in the middle of its place."""
    return place + (MOST - shape[1]) / 2, TOP - shape[0]


def _grid(place: float, own: Array, result: Array | None) -> list[Mark]:
    """Draw an array with the copies that broadcasting makes of it, its own cells shaded."""
    whole = own if result is None else np.broadcast_to(own, result.shape)
    is_own = np.zeros(whole.shape, bool)
    is_own[: own.shape[0], : own.shape[1]] = True
    shades = class_levels(np.zeros(whole.shape, int), SHADE * is_own[::-1])
    return _cells(place, whole, shades, is_own, ("muted", "curve"))


def _verdict(result: Array, wrong: Array) -> list[Mark]:
    """Draw the result; wrong cells have another colour, and a diamond in a corner."""
    shades = class_levels(wrong[::-1], np.full(wrong.shape, SHADE))
    left, bottom = _corner(PLACES[2], result.shape)
    row, column = np.nonzero(wrong[::-1])
    xs, ys = tuple((left + column + 0.86).tolist()), tuple((bottom + row + 0.8).tolist())
    cells = _cells(PLACES[2], result, shades, wrong, ("curve", "accent"))
    return [*cells, Points(xs, ys, "accent", "diamond", 7.0)]


def _cells(
    place: float, values: Array, shades: bytes, marked: Array, roles: tuple[Role, Role]
) -> list[Mark]:
    """Draw numbers in boxes; those that are marked take the second of the roles."""
    (n_rows, n_columns), (left, bottom) = values.shape, _corner(place, values.shape)
    right, top = left + n_columns, bottom + n_rows
    marks: list[Mark] = [Raster((left, right), (bottom, top), shades, n_columns, "classes")]
    across = [(left, bottom + n, right, bottom + n) for n in range(n_rows + 1)]
    upright = [(left + n, bottom, left + n, top) for n in range(n_columns + 1)]
    x0, y0, x1, y1 = zip(*across, *upright, strict=True)
    marks.append(Strokes(x0, y0, x1, y1, (0.8,) * len(x0), "muted"))
    for (i, j), value in np.ndenumerate(values):
        role = roles[int(marked[i, j])]
        marks.append(Text(left + j + 0.5, top - i - 0.5, f"{value:g}", role, "center"))
    return marks


def _error(done: Sum) -> list[Mark]:
    lines = wrap(f"ValueError: {done.words}", width=29)
    return [
        Text(PLACES[2] - 0.2, 5.2 - 0.8 * n, line, "accent") for n, line in enumerate(lines)
    ]


def _batches(state: BroadcastingState) -> Panel:
    marks: list[Mark] = []
    n_right = 0
    for n in range(1, MOST + 1):
        done = _sum(replace(state, n_samples=n))
        n_right += done.is_right
        role: Role = "accent" if n == state.n_samples else "muted"
        marks.append(Text(n, 0.75, f"N = {n}", role, "center"))
        marks.append(Text(n, 0.25, _in_short(done), role, "center"))
    title = f"b of shape {state.bias} is right for {n_right} of {MOST} batches"
    if state.product == "*":
        title = f"* fails before any b is added, for all {MOST} batches"
    return Panel(
        title, "", "", (0.5, MOST + 0.5), (0.0, 1.0), tuple(marks), framed=False, name="batch"
    )


def _in_short(done: Sum) -> str:
    if done.result is None:
        return "error"
    if done.result.shape != done.wanted.shape:
        return f"shape {done.result.shape}"
    return "right" if done.is_right else f"{done.wrong.sum()} values wrong"


DEMO = Demo(
    "broadcasting",
    "A bias of the wrong shape",
    BroadcastingState(),
    CONTROLS,
    picture,
    click=click,
)


def broadcasting_demo(**state: object) -> Live[BroadcastingState]:
    """Show what becomes of W x + b when b has the shape (4,) or (4, 1).

    Parameters
    ----------
    **state
        Where to start: the shape of `bias` ("(4,)" or "(4, 1)"), `n_samples` (1 to 6), the
        `dialect` ("columns" or "rows") and the `product` ("@" or "*").

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
    CS231n, "Neural Networks Part 1", "Example feed-forward computation", where all biases
    are columns and each sample is one, too.

    Examples
    --------
    >>> broadcasting_demo(n_samples=1).state().bias
    '(4,)'
    """
    return Live(DEMO, **state)
