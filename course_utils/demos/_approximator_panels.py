"""The panels of the approximator: parts, weighted parts, their sum, and its error."""

from __future__ import annotations

import math

import numpy as np

from course_utils.approximation import error_slope
from course_utils.datasets import TARGETS
from course_utils.demos._approximator_sums import (
    BUMPS,
    HALF_OPEN,
    RELUS,
    SIGMOIDS,
    STRICT,
    Built,
    Curve,
    error_by_size,
    inner_span,
)
from course_utils.demos._words import signed
from course_utils.demos.marks import (
    Band,
    Handle,
    Line,
    Mark,
    Points,
    Range,
    Rule,
    Text,
    numbers,
)
from course_utils.demos.picture import Panel

__all__ = [
    "TRAINED",
    "basis_panel",
    "basis_words",
    "error_panel",
    "signed",
    "size_panel",
    "sum_panel",
    "visible_heights",
    "weighted_panel",
]

TRAINED = "trained ReLUs"
MANY = 20  # more handles than that would touch
SLIM = 0.6  # pixels: wider curves of that many parts would be a grey area
EXACT = 1e-9  # an error below that is rounding
EACH = {
    HALF_OPEN: "each 1 where left ≤ x < right, else 0",
    STRICT: "each 1 where left < x < right, so 0 at both edges",
    RELUS: "each bends at one knot",
}


def visible_heights(target: str) -> Range:
    """Return the heights that a target and its bumps may have."""
    return (-1.6, 1.6) if target == "waves" else (-0.4, 1.4)


def basis_words(kind: str, parts: Built, product: float, n_steps: int) -> str:
    """Say what each part does; `product` is a sigmoid's steepness times a bump's width."""
    if kind != TRAINED:
        return EACH.get(kind, f"steepness times width {product:.3g}")
    if n_steps == 0:
        return "untrained: all bend in the middle"
    n_flat = sum(not any(y) for _, y in parts.basis)
    flat = f"; {n_flat} of them 0 everywhere" if n_flat else ""
    return f"bent where Adam put them{flat}"


def basis_panel(kind: str, target: str, parts: Built, chosen: int, what: str) -> Panel:
    """Show the parts before they are weighted, the chosen one on top."""
    n, span = len(parts.basis), TARGETS[target].interval
    name = {SIGMOIDS: "pairs of sigmoids"}.get(kind, "bumps" if kind in BUMPS else "ReLUs")
    top = {RELUS: 1.05 * (span[1] - span[0]), TRAINED: 4.0}.get(kind, 1.25)
    marks = _parts(parts.basis, chosen)
    title = f"Basis: {n} {name}, {what}"
    return Panel(title, "", "φ, basis", span, (-0.08 * top, top), marks)


def weighted_panel(kind: str, target: str, parts: Built, chosen: int, height: float) -> Panel:
    """Show each part times its weight, which for ReLUs is not the height at the knot."""
    n, span = len(parts.basis), TARGETS[target].interval
    curves = tuple(parts.weighted(i) for i in range(n))
    marks: tuple[Mark, ...] = (Rule("y", 0.0, style="solid"), *_parts(curves, chosen))
    room = 3.0 if kind == TRAINED else 7.0 if target == "waves" else 4.0
    heights = visible_heights(target) if kind in (*BUMPS, SIGMOIDS) else (-room, room)
    part = min(chosen, n - 1)
    title = f"Weighted: part {part + 1} is taken {signed(parts.weights[part])} times"
    if kind == TRAINED:
        title += ", as trained"
    elif kind == RELUS:
        knot = "its knot" if chosen < n else "the last knot"
        title += f"; the sum is {signed(height)} high at {knot}"
    return Panel(title, "", "w·φ, weighted", span, heights, marks)


def sum_panel(
    kind: str,
    target: str,
    total: Built,
    places: tuple[float, ...],
    tops: tuple[float, ...],
    chosen: int,
) -> Panel:
    """Show the sum over the target, with handles on the bumps' tops."""
    f, span = TARGETS[target], TARGETS[target].interval
    x = np.linspace(*span, 401)
    handles = [
        Handle(f"h{i + 1}", place, top, "y", f"{i + 1}", "accent" if i == chosen else "curve")
        for i, (place, top) in enumerate(zip(places, tops, strict=True))
        if len(places) <= MANY or i == chosen
    ]
    marks: tuple[Mark, ...] = (
        Rule("y", 0.0, style="solid"),
        Line(numbers(x), numbers(f(x)), "second", "dashed"),
        Line(*total.line, "curve"),
        Points(total.holes, (0.0,) * len(total.holes), "accent", size=6.0),
        *sorted(handles, key=lambda handle: handle.role == "accent"),
    )
    title = f"Sum (solid) against the target {target} (dashed)"
    if kind == STRICT:
        title += "; dots: 0 at the edges"
    return Panel(title, "", "y, sum and target", span, visible_heights(target), marks)


def error_panel(kind: str, target: str, n: int, total: Built) -> Panel:
    """Show how far the sum is off, and where most."""
    f, span = TARGETS[target], TARGETS[target].interval
    low, high = inner_span(kind, target, n)
    x, error = (np.array(values) for values in total.error)
    at_holes = f(np.array(total.holes))
    inside = (low <= x) & (x <= high)
    xs = np.concatenate([x[inside], total.holes])
    errors = np.concatenate([error[inside], at_holes])
    worst = [int(np.argmax(np.abs(errors)))] if total.sup_error > EXACT else []
    room = 1.4 if target == "waves" else 1.1
    beyond = [n for n in worst if abs(errors[n]) > room]
    bands = (Band("x", span[0], low), Band("x", high, span[1])) if kind == SIGMOIDS else ()
    marks: tuple[Mark, ...] = (
        *bands,
        Rule("y", 0.0, style="solid"),
        Line(*total.error, "curve", width=1.6),
        Points(total.holes, numbers(at_holes), "accent", size=5.0),
        Points(
            numbers(xs[worst]),
            numbers(errors[worst] if not beyond else 0.9 * room * np.sign(errors[worst])),
            "accent",
            "square",
        ),
        *(_outside(xs[n], errors[n], span, room) for n in beyond),
    )
    title = f"Error: at most {total.sup_error:.3f}"
    off = 0.015 * (span[1] - span[0])  # or a point at an end would be cut in half
    wide = (span[0] - off, span[1] + off)
    return Panel(title, "x, input", "f − sum", wide, (-room, room), marks, 1.5)


def size_panel(kind: str, target: str, steepness: float, n: int, error: float) -> Panel:
    """Show on two logarithmic axes how the largest error depends on the size."""
    base = RELUS if kind == TRAINED else kind
    sizes, errors = error_by_size(base, target, steepness)
    line = [
        (math.log2(s), math.log10(e)) for s, e in zip(sizes, errors, strict=True) if e > EXACT
    ]
    marks: list[Mark] = []
    if len(line) == len(sizes):
        slope = signed(error_slope(sizes, errors))
        falls = "does not fall" if slope == "0.00" else f"∝ n^{slope}"
        title = f"Largest error {falls}"
        x, y = zip(*line, strict=True)
        marks += [Line(x, y, "curve"), Points(x, y, "curve", size=6.0)]
    else:
        title = "No error at powers of 2"
        marks.append(Text(4.0, -3.6, "0 at n = 4, 8, ..., 64", "curve", "center"))
    if kind == TRAINED:
        title = f"Built: {title[0].lower()}{title[1:]}"
    if error > EXACT:
        marks.append(Points((math.log2(n),), (math.log10(error),), "accent", "square"))
    return Panel(
        title, "log₂ n, size", "log₁₀ error", (1.7, 6.3), (-4.0, 0.6), tuple(marks), 1.0
    )


def _parts(curves: tuple[Curve, ...], chosen: int) -> tuple[Line, ...]:
    """Put the chosen curve last and make it stand out; the last one leads to the last knot."""
    chosen = min(chosen, len(curves) - 1)
    width = 1.2 if len(curves) <= MANY else SLIM
    others = [Line(*each, "muted", width=width) for each in curves]
    del others[chosen]
    return (*others, Line(*curves[chosen], "accent", width=2.4))


def _outside(x: float, error: float, span: Range, room: float) -> Text:
    """Write an error that the panel has no room for beside its mark."""
    arrow, side = ("↑", 1) if error > 0 else ("↓", -1)
    left = x < sum(span) / 2
    off = 0.03 * (span[1] - span[0]) * (1 if left else -1)
    words = f"{signed(error)} {arrow}"
    at = float(x) + off
    return Text(at, 0.75 * side * room, words, "accent", "left" if left else "right")
