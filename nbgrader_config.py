"""nbgrader's settings: sources in ``assignments/``, everything it makes under ``grading/``.

Every nbgrader command and the formgrader read this file.  ``NN_GRADEBOOK`` names another
database, ``NN_STOCK=1`` leaves the grading itself to nbgrader.  ``NN_EXCHANGE`` names an
exchange that instructors and students share; then the instructors' group may change all files.
"""

from __future__ import annotations

import os
from pathlib import Path

HERE = Path(__file__).resolve().parent
GRADING = HERE / "grading"
os.environ.setdefault("USER", "instructor")  # nbgrader looks it up, containers lack it
(GRADING / "exchange").mkdir(parents=True, exist_ok=True)  # neither SQLite nor nbgrader does

c = get_config()  # type: ignore[name-defined]  # noqa: F821  # nbgrader provides it

c.CourseDirectory.course_id = "neurons"
c.CourseDirectory.root = str(HERE)
c.CourseDirectory.source_directory = "assignments"
c.CourseDirectory.release_directory = "grading/release"
c.CourseDirectory.submitted_directory = "grading/submitted"
c.CourseDirectory.autograded_directory = "grading/autograded"
c.CourseDirectory.feedback_directory = "grading/feedback"
c.CourseDirectory.solution_directory = "grading/solution"
c.CourseDirectory.db_url = os.environ.get("NN_GRADEBOOK") or f"sqlite:///{GRADING}/gradebook.db"
c.ZipCollectApp.downloaded_directory = "grading/downloaded"  # never in Git
c.CourseDirectory.ignore = ["private", "__pycache__", "*.pyc", ".ipynb_checkpoints"]
shared = os.environ.get("NN_EXCHANGE")
c.CourseDirectory.groupshared = bool(shared)
c.Exchange.root = shared or str(GRADING / "exchange")

c.ClearSolutions.code_stub = {
    "python": "# Write your code here and delete the next line.\n"
    'raise NotImplementedError("this exercise is still empty")'
}
c.ClearSolutions.text_stub = "*Write your answer here.*"

if os.environ.get("NN_STOCK") != "1":
    from autograder.config import configure

    configure(c)
