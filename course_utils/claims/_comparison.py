"""One's own measurement beside the ledger's: they agree, differ, or nobody can tell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from math import isclose, isfinite
from statistics import fmean, stdev

from course_utils.checks import card, rich
from course_utils.claims._ledger import MARKS, Claim, Figure, load
from course_utils.claims._outcome import Outcome, measure
from course_utils.claims._result import known_experiments

FEWEST = 5  # values; with fewer, the standard error itself is a guess
EXPLAINED = {
    "agree": "your whole interval lies in ours.",
    "differ": "your whole interval lies outside ours: ask what the two tests do not share.",
    "cannot tell": "your interval reaches into ours and out of it. More seeds may decide.",
}
STATES = {"agree": "right", "differ": "surprise", "cannot tell": "open"}  # of the card
_NO_MEAN = re.compile(
    r"\b(largest|smallest|longest|lowest|highest|best|worst|median|exponent|correlation)\b"
    r"|^standard error|its standard error|^spread of"
)


@dataclass(frozen=True)
class Comparison:
    """What somebody measured about a figure of the ledger, and what the ledger says.

    Attributes
    ----------
    claim : Claim
        The row.
    figure : Figure
        The number of that row which was measured again.
    values : tuple of float
        One for each seed.
    measured : float
        What the ledger's own experiment gave.

    Examples
    --------
    >>> row = load()[25]
    >>> Comparison(row, row.figures[3], (0.51, 0.49, 0.5, 0.51, 0.49), 0.501).verdict
    'agree'
    """

    claim: Claim
    figure: Figure
    values: tuple[float, ...]
    measured: float

    @property
    def n(self) -> int:
        """How many values there are."""
        return len(self.values)

    @property
    def mean(self) -> float:
        """The mean of the values."""
        return fmean(self.values)

    @property
    def standard_error(self) -> float:
        """How far the mean would stray if all seeds were drawn again."""
        return float(stdev(self.values) / self.n**0.5)

    @property
    def interval(self) -> tuple[float, float]:
        """Where the true mean lies with a confidence of 95 %."""
        reach = student_95(self.n - 1) * self.standard_error
        return self.mean - reach, self.mean + reach

    @property
    def verdict(self) -> str:
        """One of "agree", "differ" and "cannot tell"."""
        low, high = self.interval
        inside = [_within(end, self.figure) for end in (low, high)]
        if all(inside):
            return "agree"
        apart = high < self.figure.low or low > self.figure.high
        return "differ" if apart and not any(inside) else "cannot tell"

    @property
    def caution(self) -> str:
        """What to mind where the ledger's figure is no mean over seeds; empty elsewhere."""
        if not _NO_MEAN.search(self.figure.name):
            return ""
        return "Mind that this figure of the ledger is no mean over seeds, and yours is one."

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """Each line of the comparison: what it is about, and what there is to say."""
        number, unit = self.figure.number, f" {self.figure.unit}".rstrip()
        low, high = self.interval
        mean = f"{number(self.mean, 4)} ± {number(self.standard_error, 2)}{unit}"
        lines = (
            ("yours", f"{mean} (mean ± standard error of {self.n} values)"),
            ("95 % confidence", f"{number(low, 4)} to {number(high, 4)}{unit}"),
            ("ours", f"{number(self.measured, 4)}{unit}, must lie in: {self.figure.interval}"),
            (self.verdict, EXPLAINED[self.verdict]),
        )
        return (*lines, ("caution", self.caution)) if self.caution else lines

    @property
    def title(self) -> str:
        """The figure, its row and the row's verdict."""
        mark = MARKS[self.claim.verdict]
        return f"{self.figure.name} (row {self.claim.number}, {mark})"

    def __repr__(self) -> str:
        return "\n".join([self.title, *(f"  {name}: {text}" for name, text in self.lines)])

    def _repr_html_(self) -> str:
        lines = [f"<b>{rich(name)}</b>: {rich(text)}" for name, text in self.lines]
        return card(STATES[self.verdict], rich(self.title), lines)


def compare(
    number: int, figure: str, values: Iterable[float], outcome: Outcome | None = None
) -> Comparison:
    """Put a measurement of one's own beside a figure of the ledger.

    Your mean and its standard error give an interval in which the true mean lies with a
    confidence of 95 %.  Inside the ledger's interval you agree, outside you differ, and
    across its ends you cannot tell.

    Parameters
    ----------
    number : int
        The row of the ledger.
    figure : str
        Which of its figures, by name.
    values : iterable of float
        What your test gave, one number for each of five seeds or more.
    outcome : Outcome, optional
        What the ledger's experiment gave in a run before; without it, it runs now.

    Returns
    -------
    Comparison
        Displayed by the notebook when it is the last value of a cell.

    Raises
    ------
    ValueError
        If the row has no experiment or no such figure, if there are fewer than five values,
        or if one of them is no finite number.

    Notes
    -----
    The values must be independent, and their mean must be what the figure is about.  For a
    share let each value be 1 where it happened and 0 where not.

    Examples
    --------
    >>> compare(25, "the same with tanh as the gate", [0.5, 0.44, 0.56, 0.46, 0.54]).verdict
    'cannot tell'
    """
    claim, wanted = _find(number, figure)
    if outcome is not None and outcome.claim.number != number:
        msg = f"the outcome is of row {outcome.claim.number}, the comparison of row {number}"
        raise ValueError(msg)
    numbers = _checked(values)
    outcome = measure(number) if outcome is None else outcome
    measured = float(outcome.values.get(figure, float("nan")))
    return Comparison(claim, wanted, numbers, measured)


def student_95(degrees: int) -> float:
    """Return how many standard errors reach to each side for a confidence of 95 %.

    This is Fisher's expansion of Student's t about the normal value 1.96, right to half a
    per cent from four degrees of freedom on.

    Parameters
    ----------
    degrees : int
        Degrees of freedom: the number of values less one, at least 4.

    Returns
    -------
    float
        About 2.8 for five values, 2.1 for twenty, and 1.96 for very many.

    Examples
    --------
    >>> round(student_95(19), 2)
    2.09
    """
    z, v = 1.959964, degrees
    first = (z**3 + z) / 4
    second = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    return z + first / v + second / v**2 + third / v**3


def _find(number: int, figure: str) -> tuple[Claim, Figure]:
    if number not in known_experiments():
        msg = f"row {number} of the ledger has no experiment; it is cited or does not exist"
        raise ValueError(msg)
    claim = load()[number]
    figures = {each.name: each for each in claim.figures}
    if figure not in figures:
        msg = f"row {number} has no figure {figure!r}; it has {', '.join(map(repr, figures))}"
        raise ValueError(msg)
    return claim, figures[figure]


def _checked(values: Iterable[float]) -> tuple[float, ...]:
    numbers = tuple(float(value) for value in values)
    if len(numbers) < FEWEST:
        msg = f"values must hold at least {FEWEST} numbers, one a seed; got {len(numbers)}"
        raise ValueError(msg)
    if bad := [value for value in numbers if not isfinite(value)]:
        msg = f"values must be finite numbers, got {bad[0]}"
        raise ValueError(msg)
    return numbers


def _within(value: float, figure: Figure) -> bool:
    """Tell whether a value lies in the figure's interval, or on its ends but for rounding."""
    ends = (figure.low, figure.high)
    return figure.holds(value) or any(isclose(value, end, rel_tol=1e-9) for end in ends)
