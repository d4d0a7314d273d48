"""The ledger of claims: what the notes say, and what the experiments found.

Each row has the number that it bears in all notebooks.  The rows are data, in the folder
``ledger``; the experiments that measure them are small functions, in ``experiments``.

Run them with ``python -m course_utils.claims``.
"""

from course_utils.claims._comparison import Comparison, compare
from course_utils.claims._disagreements import Disagreement, disagreements
from course_utils.claims._ledger import (
    DOCUMENTS,
    MARKS,
    Claim,
    Figure,
    load,
)
from course_utils.claims._outcome import Outcome, measure, measure_all
from course_utils.claims._result import (
    FIRST,
    SECOND,
    Experiment,
    Result,
    Table,
    known_experiments,
)
from course_utils.claims._verdicts import AllVerdicts, Verdicts, all_verdicts, verdicts

__all__ = [
    "DOCUMENTS",
    "FIRST",
    "MARKS",
    "SECOND",
    "AllVerdicts",
    "Claim",
    "Comparison",
    "Disagreement",
    "Experiment",
    "Figure",
    "Outcome",
    "Result",
    "Table",
    "Verdicts",
    "all_verdicts",
    "compare",
    "disagreements",
    "known_experiments",
    "load",
    "measure",
    "measure_all",
    "verdicts",
]
