"""Read the ledger: claims one by one beside what a run measured, and where sources differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import anywidget
import ipywidgets

from course_utils.claims import MARKS, Claim, Outcome, load
from course_utils.demos._claim_cards import ClaimCard, DisagreementTable, disagreement_table

__all__ = [
    "ClaimCard",
    "ClaimPicker",
    "DisagreementTable",
    "claim_picker",
    "disagreement_table",
]

ALL_TOPICS, ALL_VERDICTS = "all topics", "all verdicts"
LONGEST_LABEL = 70
STYLE = {"description_width": "5em"}
LAYOUT = {"width": "46em", "max_width": "100%"}
OWN_KEYS = "course-own-keys"  # the class of a box whose keys JupyterLab must not take


class OwnKeys(anywidget.AnyWidget):
    """An empty widget that keeps JupyterLab's shortcuts out of the box it lies in.

    While a list has the focus, JupyterLab takes its keys: arrows go from cell to cell, and
    an x cuts the cell out.  Where this widget cannot load, the boxes are still safe.
    """

    _esm = f"""
    function render({{ el }}) {{
      let box, next;
      const keep = ({{ target }}) => {{ target.dataset.lmSuppressShortcuts = "true"; }};
      const listen = () => {{
        box = el.closest(".{OWN_KEYS}");
        if (box) box.addEventListener("focusin", keep);
        else next = requestAnimationFrame(listen);  // it is not on the page yet
      }};
      listen();
      return () => {{ cancelAnimationFrame(next); box?.removeEventListener("focusin", keep); }};
    }}
    export default {{ render }};
    """


class ClaimPicker:
    """Lists and boxes to choose a claim with, and its card below them.

    All of them work with the mouse and with the keyboard alone.

    Parameters
    ----------
    outcomes : mapping of int to Outcome
        What a run measured, by row.

    Attributes
    ----------
    topic, verdict, row : ipywidgets.Dropdown
        The lists; the first two shorten the third.
    words : ipywidgets.Text
        Words that must all stand on the card; they shorten the third list, too.
    place : ipywidgets.BoundedIntText
        The place of the chosen row among those that fit; the arrow keys go up and down.
    box : ipywidgets.VBox
        What stands on the page.
    """

    def __init__(self, outcomes: Mapping[int, Outcome]) -> None:
        self._outcomes = outcomes
        topics = dict.fromkeys(claim.topic for claim in load().values())
        marks = [(mark, verdict) for verdict, mark in MARKS.items()]
        self.topic = _dropdown("Topic", [ALL_TOPICS, *topics])
        self.verdict = _dropdown("Verdict", [(ALL_VERDICTS, ALL_VERDICTS), *marks])
        self.row = _dropdown("Row", [])
        self.words = ipywidgets.Text(
            description="Words",
            placeholder="such as: wrong, or 2016 depth",
            style=STYLE,
            layout=ipywidgets.Layout(**LAYOUT),
        )
        self.place = ipywidgets.BoundedIntText(
            description="Place",
            min=1,
            max=1,
            style=STYLE,
            layout=ipywidgets.Layout(width="10em"),
        )
        self._count, self._page = ipywidgets.HTML(), ipywidgets.HTML()
        self._listing = False
        self.box = ipywidgets.VBox(
            [
                *(self.topic, self.verdict, self.words, self.row),
                ipywidgets.HBox([self.place, self._count]),
                self._page,
                OwnKeys(),
            ]
        )
        self.box.add_class(OWN_KEYS)
        self._list()
        for control in (self.topic, self.verdict, self.words):
            control.observe(self._list, "value")
        self.row.observe(self._show, "value")
        self.place.observe(self._go, "value")

    @property
    def rows(self) -> tuple[int, ...]:
        """The numbers of the rows that fit the topic, the verdict and the words."""
        return tuple(
            claim.number
            for claim in load().values()
            if self.topic.value in (ALL_TOPICS, claim.topic)
            and self.verdict.value in (ALL_VERDICTS, claim.verdict)
            and _has_words(claim, self.words.value)
        )

    def state(self) -> dict[str, Any]:
        """Return the topic, the verdict and the row that are chosen now."""
        return {"topic": self.topic.value, "verdict": self.verdict.value, "row": self.row.value}

    def static(self, *numbers: int) -> tuple[ClaimCard, ...]:
        """Return the cards of some rows, for paper and for places without widgets.

        Parameters
        ----------
        *numbers : int
            Rows of the ledger; by default the one that is chosen now.

        Returns
        -------
        tuple of ClaimCard
            One for each row.

        Raises
        ------
        ValueError
            If the ledger has no row of that number.
        """
        chosen = numbers or tuple(n for n in (self.row.value,) if n is not None)
        if unknown := sorted(set(chosen) - set(load())):
            msg = f"the ledger has no row {unknown[0]}; it has 1 to {max(load())}"
            raise ValueError(msg)
        return tuple(ClaimCard(load()[n], self._outcomes.get(n)) for n in chosen)

    def _list(self, _change: object = None) -> None:
        """Offer the rows that fit; stay at the chosen one if it is among them."""
        rows, before = self.rows, self.row.value
        self._listing = True
        try:
            self._count.value = f"of {len(rows)} rows that fit, {len(load())} in all"
            self.row.options = [(_label(load()[number]), number) for number in rows]
            self.row.value = before if before in rows else next(iter(rows), None)
            self.row.disabled = self.place.disabled = not rows
            self.place.max = max(1, len(rows))
        finally:
            self._listing = False
        self._show()

    def _show(self, _change: object = None) -> None:
        if self._listing:
            return
        cards = self.static()
        empty = "<p>No row fits. Choose another topic or verdict, or take words away.</p>"
        self._page.value = cards[0]._repr_html_() if cards else empty
        if cards:
            self.place.value = self.rows.index(self.row.value) + 1

    def _go(self, _change: object) -> None:
        if not self._listing and self.rows:
            self.row.value = self.rows[self.place.value - 1]

    def _repr_mimebundle_(self, **options: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        texts = {"text/html": self._page.value, "text/plain": repr(self)}
        return {**self.box._repr_mimebundle_(**options), **texts}, {}

    def __repr__(self) -> str:
        return "\n".join(map(repr, self.static())) or "no row fits"


def claim_picker(
    outcomes: Iterable[Outcome] | None = None, row: int | None = None
) -> ClaimPicker:
    """Show the claims of the ledger one by one, beside what a run measured.

    Parameters
    ----------
    outcomes : iterable of Outcome, optional
        What a run gave, such as ``list(measure_all(...))``; without it the cards say what
        must come out, and not what did.
    row : int, optional
        Which row to show first; by default the first of all.

    Returns
    -------
    ClaimPicker
        To be the last line of a cell.

    Raises
    ------
    ValueError
        If the ledger has no row of that number.

    Examples
    --------
    >>> claim_picker(row=12).state()
    {'topic': 'all topics', 'verdict': 'all verdicts', 'row': 12}
    """
    picker = ClaimPicker({outcome.claim.number: outcome for outcome in outcomes or ()})
    if row is not None:
        picker.static(row)  # refuses what the ledger does not have
        picker.row.value = row
    return picker


def _dropdown(name: str, options: Sequence[object]) -> Any:
    layout = ipywidgets.Layout(**LAYOUT)
    return ipywidgets.Dropdown(
        description=name, options=tuple(options), style=STYLE, layout=layout
    )


def _has_words(claim: Claim, words: str) -> bool:
    text = repr(ClaimCard(claim)).casefold()
    return all(word in text for word in words.casefold().replace(",", " ").split())


def _label(claim: Claim) -> str:
    text = f"{claim.number}. {claim.says}"
    return text if len(text) <= LONGEST_LABEL else f"{text[: LONGEST_LABEL - 1]}…"
