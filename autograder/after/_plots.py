"""Small pictures for the class report: SVG that takes its colours from the page.

Nothing is told by colour alone: bars carry their numbers, and shares have a legend and a
pattern of their own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

BINS = 10
WIDTH, HEIGHT, FOOT = 440, 190, 24
TONES = {
    "correct": 0,
    "marked": 0,
    "partly correct": 1,
    "error": 2,
    "incorrect": 3,
    "not attempted": 4,
    "waiting": 5,
}
OTHER = 6  # time limit, crashed, grader fault: rare


def tone(outcome: str) -> int:
    """Return the number of the fill that the page's style has for an outcome."""
    return TONES.get(outcome, OTHER)


def histogram(shares: Sequence[float], alt: str) -> Markup:
    """Return a histogram of shares between 0 and 1.

    Parameters
    ----------
    shares : sequence of float
        One for each student; extra credit may lift it above 1.
    alt : str
        What a reader who can't see it is told.
    """
    counts = [0] * BINS
    for share in shares:
        counts[min(BINS - 1, max(0, int(share * BINS + 1e-9)))] += 1
    most = max(max(counts), 1)
    step = WIDTH / BINS
    parts = []
    for place, count in enumerate(counts):
        tall = (HEIGHT - 2 * FOOT) * count / most
        x, y = place * step, HEIGHT - FOOT - tall
        middle = x + step / 2
        parts.append(
            Markup('<rect class="t0" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>')
            .format(x + 2, y, step - 4, tall)
        )  # fmt: skip
        if count:
            parts.append(_text(middle, y - 6, str(count)))
        if place:
            parts.append(_text(place * step, HEIGHT - 6, str(place * 100 // BINS)))
    base = HEIGHT - FOOT
    parts.append(_text(0, HEIGHT - 6, "0", anchor="start"))
    parts.append(_text(WIDTH, HEIGHT - 6, "100", anchor="end"))
    parts.append(Markup('<path class="axis" d="M0 {0}H{1}"/>').format(base, WIDTH))
    return _picture(parts, HEIGHT, alt)


def stacked(rows: Mapping[str, Mapping[str, int]], kinds: Sequence[str], alt: str) -> Markup:
    """Return one bar for each row, parted by kind; the page's legend names the kinds.

    Parameters
    ----------
    rows : mapping
        Title -> kind -> how many.
    kinds : sequence of str
        In the order of the legend.
    alt : str
        What a reader who can't see it is told.
    """
    row_height, parts = 48, []
    for place, (title, counts) in enumerate(rows.items()):
        y, x = place * row_height, 0.0
        total = sum(counts.values()) or 1
        parts.append(_text(0, y + 15, title, anchor="start"))
        for kind, count in ((kind, counts.get(kind, 0)) for kind in kinds):
            if not count:
                continue
            wide = WIDTH * count / total
            parts.append(
                Markup('<rect class="t{}" x="{:.1f}" y="{}" width="{:.1f}" height="20"/>')
                .format(tone(kind), x, y + 21, max(wide - 1, 0.5))
            )  # fmt: skip
            if wide > 9 * len(str(count)):
                parts.append(_text(x + wide / 2, y + 36, str(count), f"n{tone(kind)}"))
            x += wide
    return _picture(parts, row_height * max(len(rows), 1), alt)


def _text(x: float, y: float, words: str, kind: str = "", anchor: str = "middle") -> Markup:
    shape = '<text class="{}" x="{:.1f}" y="{:.1f}" text-anchor="{}">{}</text>'
    return Markup(shape).format(kind, x, y, anchor, words)


def _picture(parts: Sequence[Markup], height: int, alt: str) -> Markup:
    head = '<svg role="img" aria-label="{}" viewBox="0 0 {} {}" class="plot">'
    return Markup(head).format(alt, WIDTH, height) + Markup("").join(parts) + Markup("</svg>")
