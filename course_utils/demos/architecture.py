"""Demo: a network from its layer sizes: its drawing, its shapes and its counts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType

from course_utils.demos._words import minus
from course_utils.demos.controls import Choice, Entry, Slider
from course_utils.demos.demo import Demo
from course_utils.demos.live import Live
from course_utils.demos.marks import Mark, Role, Spot, Strokes, Text, numbers
from course_utils.demos.picture import Panel, Picture
from course_utils.network import MLP, count

__all__ = ["DEMO", "ArchitectureState", "architecture_demo"]

OWN = "own"
PRESETS: Mapping[str, str] = MappingProxyType(
    {
        "3-4-2": "3-4-2",
        "3-4-4-1": "3-4-4-1",
        "3072-100-10": "3072-100-10",
        "logistic regression": "3-1",
    }
)
MOST_COLUMNS, MOST_UNITS = 6, 4096
MOST_DRAWN, DRAWN_OF_MORE = 12, 8  # a wide layer leaves room for "..."
MOST_NUMBERS = 500_000  # more weights than that are counted, but get no values
SHOWN = 4  # values of a row of W
DIALECTS = ("columns", "rows")
LINES = 12.0  # height of the table in lines


@dataclass(frozen=True)
class ArchitectureState:
    """What the controls set: the sizes, which neuron to look at, and the dialect."""

    preset: str = "3-4-2"
    sizes: str = "3-4-2"
    dialect: str = DIALECTS[0]
    layer: int = 1
    unit: int = 2


def tidy_sizes(text: str) -> str:
    """Return layer sizes in one form, ``"3-4-2"``, whatever stands between the numbers.

    Raises
    ------
    ValueError
        If the text is no list of sizes, or there are too many columns or units.
    """
    found = re.findall(r"\d+", text)
    if not re.fullmatch(r"[\s\d,;x×>\[\]()-]*", text) or not 2 <= len(found) <= MOST_COLUMNS:
        msg = f"sizes must be 2 to {MOST_COLUMNS} numbers such as '3-4-4-1'; got {text!r}"
        raise ValueError(msg)
    sizes = [int(size) for size in found]
    if not all(1 <= size <= MOST_UNITS for size in sizes):
        msg = f"each size must be from 1 to {MOST_UNITS}; got {text!r}"
        raise ValueError(msg)
    return "-".join(map(str, sizes))


CONTROLS = (
    Choice("preset", "network of the notes", (*PRESETS, OWN)),
    Entry("sizes", "sizes, inputs first", tidy_sizes, ("1-1", "4096-12-7-12-5-4096")),
    Choice("dialect", "samples are", DIALECTS),
    Slider("layer", "layer (0: inputs)", low=0, high=MOST_COLUMNS - 1, step=1),
    Slider("unit", "unit in the layer", low=1, high=MOST_DRAWN, step=1),
)


def settle(before: ArchitectureState, after: ArchitectureState) -> ArchitectureState:
    """Make preset, sizes and unit fit together: what was changed last counts."""
    if after.preset != before.preset and after.sizes == before.sizes:
        after = replace(after, sizes=PRESETS.get(after.preset, after.sizes))
    if after.sizes != PRESETS.get(after.preset, after.sizes):
        names = {sizes: name for name, sizes in PRESETS.items()}
        after = replace(after, preset=names.get(after.sizes, OWN))
    sizes = _sizes(after)
    layer = min(after.layer, len(sizes) - 1)
    return replace(after, layer=layer, unit=min(after.unit, _n_drawn(sizes[layer])))


def point(state: ArchitectureState, spot: str) -> Mapping[str, int]:  # noqa: ARG001
    """Look at the unit under the mouse; its spot is called such as "1-2"."""
    layer, unit = spot.split("-")
    return {"layer": int(layer), "unit": int(unit)}


def picture(state: ArchitectureState) -> Picture:
    """Show the network as circles and lines, and beside it its shapes."""
    sizes = _sizes(state)
    counts = count(sizes)
    status = (
        f"{state.sizes} is a {counts.n_layers}-layer network: "
        f"{_amount(counts.n_neurons, 'neuron')}, {_amount(counts.n_weights, 'weight')} and "
        f"{_amount(counts.n_biases, 'bias')}, {_amount(counts.n_parameters, 'parameter')}."
    )
    here = "row" if state.layer else "column"
    return Picture(
        panels=(_drawing(state, sizes, counts.n_layers), _table(state, sizes)),
        alt=(
            f"A drawing of {len(sizes)} columns of circles, {', '.join(map(str, sizes))} of "
            "them, each joined by lines to all circles of the columns beside it, and a table "
            f"of the shapes of W and b. The lines of {_name_of_unit(state)} stand out; they "
            f"are one {here} of W{max(state.layer, 1)}. {status}"
        ),
        status=status,
        heights=(350.0,),
    )


def _sizes(state: ArchitectureState) -> tuple[int, ...]:
    return tuple(map(int, state.sizes.split("-")))


def _n_drawn(size: int) -> int:
    return size if size <= MOST_DRAWN else DRAWN_OF_MORE


def _drawing(state: ArchitectureState, sizes: tuple[int, ...], n_layers: int) -> Panel:
    marks: list[Mark] = []
    for chosen in (False, True):  # the chosen ones last, on top
        marks += [_weights(state, sizes, n, chosen=chosen) for n in range(1, len(sizes))]
    for column, size in enumerate(sizes):
        marks += _units(state, column, size)
        role = "input" if column == 0 else "output" if column == n_layers else "hidden"
        marks.append(Text(column, 1.1, role, "muted", "center"))
        marks.append(Text(column, 0.2, f"{size}", "curve", "center"))
    title = f"{len(sizes)} columns of circles: {n_layers}-layer network"
    span = (-0.45, len(sizes) - 0.55)
    return Panel(title, "", "", span, (0.0, 14.6), tuple(marks), framed=False)


def _heights(size: int) -> tuple[float, ...]:
    """Return where the circles of a column stand, the first one on top."""
    n_drawn = _n_drawn(size)
    n_places = n_drawn + (size > n_drawn)
    gap = min(2.6, 12.0 / max(n_places - 1, 1))
    top = 8.2 + gap * (n_places - 1) / 2
    return numbers([top - gap * place for place in range(n_places)])


def _units(state: ArchitectureState, column: int, size: int) -> list[Mark]:
    *heights, last = _heights(size)
    marks: list[Mark] = [Text(column, last, "...", "curve", "center")]
    if size == _n_drawn(size):
        heights, marks = [*heights, last], []
    for unit, height in enumerate(heights, start=1):
        chosen = (column, unit) == (state.layer, state.unit)
        role: Role = "accent" if chosen else "curve" if column else "muted"
        name = f"{column}-{unit}"
        marks.append(Spot(name, column, height, role=role, size=9.0 if chosen else 7.0))
    return marks


def _weights(
    state: ArchitectureState, sizes: tuple[int, ...], layer: int, *, chosen: bool
) -> Strokes:
    """Return the lines between two columns: all of them, or those of the chosen unit."""
    n_in, n_out = _n_drawn(sizes[layer - 1]), _n_drawn(sizes[layer])
    ins, outs = _heights(sizes[layer - 1])[:n_in], _heights(sizes[layer])[:n_out]
    if chosen and layer == state.layer:
        outs = outs[state.unit - 1 : state.unit]
    elif chosen and layer == 1 > state.layer:
        ins = ins[state.unit - 1 : state.unit]
    elif chosen:
        ins = ()
    pairs = [(y0, y1) for y0 in ins for y1 in outs]
    return Strokes(
        (layer - 1.0,) * len(pairs),
        tuple(y0 for y0, _ in pairs),
        (float(layer),) * len(pairs),
        tuple(y1 for _, y1 in pairs),
        (2.4 if chosen else 0.7,) * len(pairs),
        "accent" if chosen else "muted",
    )


def _table(state: ArchitectureState, sizes: tuple[int, ...]) -> Panel:
    counts = count(sizes)
    formula = "W @ x + b" if _is_columns(state) else "X @ W.T + b"
    marks = _line(0, ("layer", "W", "b", formula), "muted")
    for n, (n_in, n_out) in enumerate(pairwise(sizes), start=1):
        output = f"({n_out}, N)" if _is_columns(state) else f"(N, {n_out})"
        cells = (f"{n}", f"({n_out}, {n_in})", _shape_of_b(state, n_out), output)
        marks += _line(n, cells, "accent" if n == state.layer else "curve")
    sums = f"{_amount(counts.n_neurons, 'neuron')}, {_amount(counts.n_parameters, 'parameter')}"
    marks.append(Text(0.0, LINES - 6.7, sums, "curve"))
    for line, words in enumerate(_about_unit(state, sizes)):
        marks.append(Text(0.0, LINES - 8.1 - 1.1 * line, words, "accent"))
    title = f"{_amount(counts.n_weights, 'weight')} + {_amount(counts.n_biases, 'bias')}"
    return Panel(title, "", "", (0.0, 10.0), (0.0, LINES), tuple(marks), framed=False)


def _line(number: int, cells: tuple[str, ...], role: Role) -> list[Mark]:
    places = (0.0, 1.3, 4.7, 6.9)
    height = LINES - 0.5 - number
    return [Text(x, height, cell, role) for x, cell in zip(places, cells, strict=True)]


def _is_columns(state: ArchitectureState) -> bool:
    return state.dialect == DIALECTS[0]


def _shape_of_b(state: ArchitectureState, size: int) -> str:
    return f"({size}, 1)" if _is_columns(state) else f"({size},)"


def _about_unit(state: ArchitectureState, sizes: tuple[int, ...]) -> tuple[str, ...]:
    """Tell how the layer of the chosen unit computes, and what the unit owns."""
    n = max(state.layer, 1)
    n_in, n_out = sizes[n - 1], sizes[n]
    factors = f"({n_out}, {n_in}) @ ({n_in}, N)"
    if not _is_columns(state):
        factors = f"(N, {n_in}) @ ({n_in}, {n_out})"
    own = f"{_amount(n_in, 'weight')}, 1 bias" if state.layer else "no neuron, owns no weights"
    index = f"{state.unit - 1}, :" if state.layer else f":, {state.unit - 1}"
    first = _first_weights(sizes, state.layer, state.unit)
    length = n_in if state.layer else n_out
    values = minus(", ".join(f"{w:.2f}" for w in first))
    more = ", ..." if length > len(first) > 0 else ""
    return (
        f"layer {n}: {factors} + {_shape_of_b(state, n_out)}",
        f"{_name_of_unit(state)}: {own}",
        f"W{n}[{index}] of shape ({length},)",
        values + more,
    )[: 4 if first else 3]


@lru_cache(maxsize=64)
def _first_weights(sizes: tuple[int, ...], layer: int, unit: int) -> tuple[float, ...]:
    """Return the first values of a row of W, or of a column for an input."""
    if count(sizes).n_weights > MOST_NUMBERS:
        return ()
    W = MLP(sizes).layers[max(layer, 1) - 1].W
    return numbers((W[unit - 1] if layer else W[:, unit - 1])[:SHOWN])


def _name_of_unit(state: ArchitectureState) -> str:
    of_layer = f" of layer {state.layer}" if state.layer else ""
    return f"{'neuron' if state.layer else 'input'} {state.unit}{of_layer}"


def _amount(number: int, word: str) -> str:
    ending = "" if number == 1 else "es" if word.endswith("s") else "s"
    return f"{number:,} {word}{ending}"


DEMO = Demo(
    "architecture",
    "The shapes of a network",
    ArchitectureState(),
    CONTROLS,
    picture,
    point=point,
    settle=settle,
)


def architecture_demo(**state: object) -> Live[ArchitectureState]:
    """Draw a network from its layer sizes, with the shapes of its arrays and its counts.

    Parameters
    ----------
    **state
        Where to start: a `preset` ("3-4-2", "3-4-4-1", "3072-100-10", "logistic
        regression" or "own"), `sizes` such as "3-4-4-1" (2 to 6 numbers from 1 to 4096),
        `dialect`, and the `layer` (0 to 5) and `unit` (1 to 12) to look at.

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
    CS231n, "Neural Networks Part 1", "Neural Network architectures": layer-wise
    organization, naming conventions, sizing neural networks, and the shapes of the example
    feed-forward computation.

    Examples
    --------
    >>> architecture_demo(sizes="3, 4, 4, 1").state().preset
    '3-4-4-1'
    """
    return Live(DEMO, **state)
