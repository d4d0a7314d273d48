"""The grading layer on nbgrader: intake, worker, judge and the record."""
