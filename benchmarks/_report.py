"""A row of the table: what was measured, beside whom, and whether it is enough."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks._timing import Spread, Timings

WIDTHS = (42, 10, 34, 20, 9)
HEADINGS = ("figure", "ours", "peer", "ratio (quartiles)", "target", "verdict")


@dataclass(frozen=True)
class Row:
    """One comparison.

    Parameters
    ----------
    figure : str
        What was measured.
    peer : str
        With whom it is compared, and what they took.
    ours : str, default ""
        What we took.
    ratio : Spread, optional
        How many times as fast we are; None if it could not be measured.
    target : float, optional
        The least ratio that is enough; None where the row only informs.
    """

    figure: str
    peer: str
    ours: str = ""
    ratio: Spread | None = None
    target: float | None = None

    def reached(self, slack: float = 1.0) -> bool:
        """Return whether the ratio is enough, or nothing was asked for."""
        if self.target is None:
            return True
        return self.ratio is not None and self.ratio.median * slack >= self.target

    def verdict(self, slack: float = 1.0) -> str:
        """Return it in words.

        Examples
        --------
        >>> row = Row("forward", "np.dot", ratio=Spread(0.98, 0.97, 0.99), target=0.99)
        >>> row.verdict(), row.verdict(slack=1.5)
        ('missed', 'missed, within slack')
        """
        if self.target is None:
            return "-"
        if self.ratio is None:
            return "could not run"
        if self.reached():
            return "reached"
        return "missed, within slack" if self.reached(slack) else "missed"

    def line(self, slack: float = 1.0) -> str:
        """Return the row of the table."""
        ratio, target = "-", "-"
        if self.ratio is not None:
            spread = "" if self.ratio.low == self.ratio.high else f" ({_range(self.ratio)})"
            ratio = f"{_short(self.ratio.median)}{spread}"
        if self.target is not None:
            target = f">= {self.target:g}"
        return line(self.figure, self.ours, self.peer, ratio, target, self.verdict(slack))


def compared(figure: str, timings: Timings, peer: str, target: float | None) -> Row:
    """Return the row for two of the subjects that were timed together, one called "ours".

    Parameters
    ----------
    figure : str
        What was measured.
    timings : Timings
        Of calls.
    peer : str
        The other subject's name.
    target : float or None
        The least ratio that is enough.

    Returns
    -------
    Row
        The row.
    """
    ours, theirs = (duration(timings.median(name)) for name in ("ours", peer))
    return Row(figure, f"{theirs} {peer}", ours, timings.ratio(peer, "ours"), target)


def line(*cells: str) -> str:
    """Return cells in columns; the last one may be of any width.

    Examples
    --------
    >>> line("forward", "3 us", "4 us torch", "1.33", ">= 1", "reached").split()[:3]
    ['forward', '3', 'us']
    """
    padded = [cell.ljust(width) for cell, width in zip(cells, WIDTHS, strict=False)]
    return " ".join([*padded, *cells[len(WIDTHS) :]]).rstrip()


def duration(seconds: float) -> str:
    """Return seconds in the unit that suits them.

    Examples
    --------
    >>> duration(0.00000347), duration(0.0142), duration(4.1)
    ('3.47 us', '14.2 ms', '4.1 s')
    """
    for unit, factor in (("us", 1e6), ("ms", 1e3)):
        if seconds * factor < 999.5:
            return f"{seconds * factor:.3g} {unit}"
    return f"{seconds:.3g} s"


def _short(ratio: float) -> str:
    return f"{ratio:.3f}" if ratio < 2 else f"{ratio:.3g}"


def _range(ratio: Spread) -> str:
    return f"{_short(ratio.low)}-{_short(ratio.high)}"
