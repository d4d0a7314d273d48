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
    error_by_size,
    inner_span,
)
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
    "error_panel",
    "signed",
    "size_panel",
    "sum_panel",
    "visible_heights",
    "weighted_panel",
]

TRAINED = "trained ReLUs"
MANY = 20  # more handles than that would touch
EXACT = 1e-9  # an error below that is rounding
EACH = {
    HALF_OPEN: "each 1 where left ≤ x < right, else 0",
    STRICT: "each 1 where left < x < right, so 0 at both edges",
    RELUS: "each bends at one knot",
    TRAINED: "bent where Adam put them",
}


def visible_heights(target: str) -> Range:
    """Return the heights that a target and its bumps may have."""
    return (-1.6, 1.6) if target == "waves" else (-0.4, 1.4)


def signed(number: float, digits: int = 2) -> str:
    """Write a number with a proper minus, and none before a 0."""
    text = f"{round(number, digits) + 0.0:.{digits}f}"
    return text.replace("-", "−")


def basis_panel(kind: str, target: str, parts: Built, chosen: int, product: float) -> Panel:
    """Show the parts before they are weighted, the chosen one on top."""
    n, span = len(parts.basis), TARGETS[target].interval
    what = EACH.get(kind, f"steepness times width {product:.3g}")
    name = {SIGMOIDS: "pairs of sigmoids"}.get(kind, "bumps" if kind in BUMPS else "ReLUs")
    top = {RELUS: 1.05 * (span[1] - span[0]), TRAINED: 4.0}.get(kind, 1.25)
    marks = _parts([Line(*curve, "muted", width=1.2) for curve in parts.basis], chosen)
    title = f"Basis: {n} {name}, {what}"
    return Panel(title, "", "φ, basis", span, (-0.08 * top, top), marks)


def weighted_panel(kind: str, target: str, parts: Built, chosen: int) -> Panel:
    """Show each part times its height or weight."""
    n, span = len(parts.basis), TARGETS[target].interval
    curves = [Line(*parts.weighted(i), "muted", width=1.2) for i in range(n)]
    marks: tuple[Mark, ...] = (Rule("y", 0.0, style="solid"), *_parts(curves, chosen))
    room = 3.0 if kind == TRAINED else 7.0 if target == "waves" else 4.0
    heights = visible_heights(target) if kind in (*BUMPS, SIGMOIDS) else (-room, room)
    if chosen < n:
        title = f"Weighted: part {chosen + 1} is taken {signed(parts.weights[chosen])} times"
    else:
        title = "Weighted: no part bends at the last knot"
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
    bands = (Band("x", span[0], low), Band("x", high, span[1])) if kind == SIGMOIDS else ()
    marks: tuple[Mark, ...] = (
        *bands,
        Rule("y", 0.0, style="solid"),
        Line(*total.error, "curve", width=1.6),
        Points(total.holes, numbers(at_holes), "accent", size=5.0),
        Points(numbers(xs[worst]), numbers(errors[worst]), "accent", "square"),
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
        title = f"Sup error ∝ n^{signed(error_slope(sizes, errors))}"
        x, y = zip(*line, strict=True)
        marks += [Line(x, y, "curve"), Points(x, y, "curve", size=6.0)]
    else:
        title = "No error at powers of 2"
        marks.append(Text(4.0, -3.6, "0 at n = 4, 8, ..., 64", "curve", "center"))
    if kind == TRAINED:
        title = title.replace("Sup error", "Built: error").replace("No", "Built: no")
    if error > EXACT:
        marks.append(Points((math.log2(n),), (math.log10(error),), "accent", "square"))
    return Panel(
        title, "log₂ n, size", "log₁₀ error", (1.7, 6.3), (-4.0, 0.6), tuple(marks), 1.0
    )


def _parts(curves: list[Line], chosen: int) -> tuple[Line, ...]:
    """Put the chosen curve last and make it stand out."""
    if chosen >= len(curves):
        return tuple(curves)
    one = curves[chosen]
    return (*curves[:chosen], *curves[chosen + 1 :], Line(one.x, one.y, "accent", width=2.4))
