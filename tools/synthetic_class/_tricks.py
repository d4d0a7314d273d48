"""What students try in order to get points without an answer: it must earn nothing.

Each trick is harmless outside of the sandbox's reach: it starts no process, waits for
nothing and writes nothing.  ``tests/hostile`` has the catalogue; these are a choice of it
that fits any assignment.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Cells = list[dict[str, Any]]

LIAR = """\
class Liar:
    def __eq__(self, other):
        return True

    __hash__ = None
    shape = ()
    dtype = float
"""
LYING = "def {target}(*arguments, **options):\n    return Liar()"
FAKES = """\
import sys
import types

for name in ("autograder.judge", "autograder.stock", "course_utils.comparison"):
    fake = sys.modules[name] = types.ModuleType(name)
    fake.compare = fake.disagreement = lambda *a, **k: None
    fake.points_for = lambda *a: 100.0
"""
SEARCH = """\
import gc

for thing in gc.get_objects():
    if "reference" in getattr(thing, "__name__", ""):
        print(thing)
"""


def skip_tests(cells: Cells) -> None:
    """Tag the graded cells so that a stock executor leaves them out."""
    for cell in _graded(cells):
        cell["metadata"]["tags"] = ["skip-execution"]


def forge_results(cells: Cells) -> None:
    """Hand the graded cells in with results that claim all points."""
    result = {"output_type": "execute_result", "execution_count": 1, "metadata": {}}
    for cell in _graded(cells):
        cell["outputs"] = [result | {"data": {"text/plain": "100.0"}}]
        cell["metadata"]["autograder"] = {"points": 100.0, "outcome": "correct"}


def claim_points(cells: Cells) -> None:
    """Rewrite the graded cells and what they are worth."""
    for cell in _graded(cells):
        cell["source"] = "100.0"
        cell["metadata"]["nbgrader"] |= {"points": 100, "locked": False}


@dataclass(frozen=True)
class Trick:
    """One way to cheat.

    Attributes
    ----------
    cell : str
        A cell near the top of the notebook, if there is one.
    answer : str
        What stands in every answer, with ``{target}`` for its name; empty leaves the
        answers as released.
    edit : callable or None
        What is done to the notebook's cells.
    """

    cell: str = ""
    answer: str = ""
    edit: Callable[[Cells], None] | None = None


TRICKS: dict[str, Trick] = {
    "equal to everything": Trick(LIAR, LYING),
    "comparisons replaced": Trick(
        f"{LIAR}\nimport numpy as np\n\n"
        "np.allclose = np.isclose = np.array_equal = lambda *a, **k: True",
        LYING,
    ),
    "builtins replaced": Trick(
        f"{LIAR}\nimport builtins\n\nbuiltins.abs = lambda x: 0\nbuiltins.all = lambda x: True",
        LYING,
    ),
    "grader replaced": Trick(f"{LIAR}\n{FAKES}", LYING),
    "points displayed": Trick(
        f"{LIAR}\nimport sys\n\nsys.displayhook(100.0)",
        "import sys\n\ndef {target}(*a, **o):\n    sys.displayhook(100.0)\n    return Liar()",
    ),
    "shell replaced": Trick(f"{LIAR}\nget_ipython().run_cell = lambda *a, **k: None", LYING),
    "reference searched": Trick(SEARCH),
    "tests skipped": Trick(edit=skip_tests),
    "results forged": Trick(edit=forge_results),
    "points claimed": Trick(edit=claim_points),
}


def _graded(cells: Cells) -> Cells:
    marks = [(cell, cell["metadata"].get("nbgrader", {})) for cell in cells]
    return [cell for cell, mark in marks if mark.get("grade_id", "").startswith("check_")]
