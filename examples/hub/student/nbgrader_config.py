"""What a student's nbgrader knows: the name of the course and the way to hand in."""

from __future__ import annotations

import os

c = get_config()  # type: ignore[name-defined]  # noqa: F821  # nbgrader provides it

c.CourseDirectory.course_id = "neurons"
c.CourseDirectory.groupshared = True  # what is handed in, the instructors' group may read
c.Exchange.root = os.environ["NN_EXCHANGE"]
