"""A classroom in which everyone has handed in and was graded: one student for each case."""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook

from tests.builders import NAME, SOLUTIONS, Classroom, code, grade_id

SQUARE = "def double(x):\n    return x ** 2"
SCRIPT = "<script>alert('gotcha')</script>"
LOUD = """
import logging, sys, warnings
def double(x):
    print("doubling"); print("really", file=sys.stderr)
    warnings.warn("careful"); logging.error("doubling"); np.exp(1e4)
    return np.add(x, x)
"""
TEXT = f"Because {SCRIPT} of <img src=x onerror=alert(1)> and z<threshold, **surely**."


def edited(room: Classroom) -> dict[str, Any]:
    """Return a right notebook whose file was tampered with in every way at once."""
    book = room.answered(**SOLUTIONS)
    cells = {grade_id(cell): cell for cell in book["cells"]}
    cells["check_double"]["metadata"] |= {"tags": ["skip-execution"]}
    cells["check_double"]["metadata"]["nbgrader"] |= {"points": 400, "locked": False}
    cells["check_mean"]["source"] = "99"
    cells["answer_mean"]["metadata"]["nbgrader"]["solution"] = False
    book["cells"].remove(cells["check_twice"])
    book["cells"].append(cells["answer_double"])
    book["cells"].reverse()
    book["metadata"] = {"kernelspec": {"name": "bash", "display_name": "x", "language": "bash"}}
    return book


def answered_why(room: Classroom) -> dict[str, Any]:
    book = room.answered(f"print({SCRIPT!r})", f"# {SCRIPT}", **SOLUTIONS)
    book["cells"][-1]["source"] = TEXT
    book["cells"].append({"cell_type": "raw", "source": SCRIPT, "metadata": {}})
    book["cells"].append(code("import matplotlib.pyplot as plt\nplt.plot([1, 2]); plt.show()"))
    book["cells"].append(code(f"from IPython.display import HTML\nHTML({SCRIPT!r})"))
    return book


def graded_class(root: Path) -> Classroom:
    """Return a classroom in which everyone has handed in and was graded."""
    room = Classroom(root)
    room.hand_in("reference", room.answered(**SOLUTIONS))
    room.hand_in("untouched", room.released)
    room.hand_in("square", room.answered(**SOLUTIONS | {"double": SQUARE}))
    room.hand_in("loud", room.answered(**SOLUTIONS | {"double": LOUD}))
    room.hand_in("number", room.answered(**SOLUTIONS | {"double": "double = 6"}))
    room.hand_in("unparsed", room.answered(**SOLUTIONS | {"double": "def double(x:"}))
    room.hand_in("surrogate", room.answered("print('\ud800')", "'\\ud800'", **SOLUTIONS))
    room.hand_in("edited", edited(room))
    room.hand_in("scripts", answered_why(room))
    room.hand_in("empty", b"")
    room.hand_in("broken", b'{"cells": [')
    outside = room.root / "secret.txt"
    outside.write_text("a secret of the course")
    room.submitted("link").symlink_to(outside)
    room.hand_in("linked_data", room.answered(**SOLUTIONS))
    (room.submitted("linked_data").parent / "data.csv").symlink_to(outside)
    os.mkfifo(room.submitted("pipe"))
    room.submitted("folder").mkdir()
    (room.submitted("nothing").parent / "notes.txt").write_text("forgot it")
    renamed = room.submitted("renamed").with_name("tiny (1).ipynb")
    renamed.write_text(json.dumps(room.answered(**SOLUTIONS)))
    (room.root / "grading" / "submitted" / "file").mkdir()
    (room.root / "grading" / "submitted" / "file" / NAME).write_text("no folder")
    room.grade()
    return room


@contextlib.contextmanager
def database(room: Classroom) -> Any:
    """Open a classroom's gradebook."""
    with Gradebook(f"sqlite:///{room.root}/grading/gradebook.db") as gradebook:
        yield gradebook
