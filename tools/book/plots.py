"""A measured value and the interval in which it must lie, as a small drawing."""

from __future__ import annotations

import html
from math import isfinite

from course_utils.claims import Figure

WIDTH, HEIGHT, MARGIN = 260, 30, 14
MIDDLE = HEIGHT / 2


def interval_plot(figure: Figure, value: float | None) -> str:
    """Draw the interval as a bar and the value as a disc, or as a cross if it lies outside.

    Parameters
    ----------
    figure : Figure
        The name and the interval of the number.
    value : float or None
        What was measured, or nothing.

    Returns
    -------
    str
        An SVG element that says the same in words.

    Examples
    --------
    >>> plot = interval_plot(Figure("share", 0.4, 0.6), 0.5)
    >>> 'aria-label="0.5 lies in 0.4 to 0.6"' in plot
    True
    >>> "nn-out" in plot, "nn-out" in interval_plot(Figure("share", 0.4, 0.6), 0.7)
    (False, True)
    """
    left, right = view(figure, value)
    parts = [f'<line class="nn-axis" x1="0" x2="{WIDTH}" y1="{MIDDLE}" y2="{MIDDLE}"/>']
    parts.append(_bar(figure, left, right))
    if value is not None:
        parts.append(_mark(_place(value, left, right), inside=figure.holds(value)))
    return (
        f'<svg class="nn-interval" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" '
        f'height="{HEIGHT}" role="img" aria-label="{html.escape(in_words(figure, value))}">'
        f"{''.join(parts)}</svg>"
    )


def in_words(figure: Figure, value: float | None) -> str:
    """Say whether a value lies where it must.

    Examples
    --------
    >>> in_words(Figure("rate", low=2.0), 1.5)
    '1.5 does not lie in at least 2'
    """
    if value is None:
        return f"not measured; must lie in {figure.interval}"
    verb = "lies in" if figure.holds(value) else "does not lie in"
    return f"{figure.number(value)} {verb} {figure.interval}"


def view(figure: Figure, value: float | None) -> tuple[float, float]:
    """Return the ends of the axis: the interval, the value, and air on both sides.

    An open end begins at zero where it can, so that a bound and a value far below it are seen
    in proportion.

    Examples
    --------
    >>> view(Figure("error", high=1.0), 0.25)
    (-0.25, 1.25)
    """
    ends = [end for end in (figure.low, figure.high) if isfinite(end)]
    ends += [] if value is None else [value]
    if not (isfinite(figure.low) and isfinite(figure.high)):
        ends.append(0.0)
    low, high = min(ends), max(ends)
    air = (high - low) / 4 or abs(high) or 1.0
    return low - air, high + air


def _place(value: float, left: float, right: float) -> float:
    share = (value - left) / (right - left)
    return round(MARGIN + share * (WIDTH - 2 * MARGIN), 1)


def _bar(figure: Figure, left: float, right: float) -> str:
    """Draw the interval; an open end runs off the drawing, a closed one has a stroke."""
    start = _place(figure.low, left, right) if isfinite(figure.low) else 0.0
    stop = _place(figure.high, left, right) if isfinite(figure.high) else float(WIDTH)
    ends = [
        f'<line class="nn-end" x1="{x}" x2="{x}" y1="4" y2="{HEIGHT - 4}"/>'
        for x, end in ((start, figure.low), (stop, figure.high))
        if isfinite(end)
    ]
    width = round(stop - start, 1)
    bar = f'<rect class="nn-bar" x="{start}" y="8" width="{width}" height="{HEIGHT - 16}"/>'
    return bar + "".join(ends)


def _mark(x: float, *, inside: bool) -> str:
    if inside:
        return f'<circle class="nn-in" cx="{x}" cy="{MIDDLE}" r="5"/>'
    arms = f"M{x - 6} {MIDDLE - 6}l12 12m0 -12l-12 12"
    return f'<path class="nn-out" d="{arms}"/>'
