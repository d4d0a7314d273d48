"""The tables that other programs read: our own, Canvas's and Moodle's."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from autograder.exports._grades import Grades
from autograder.record import Record, Submission, rounded
from autograder.report import number

Row = list[object]

PLAIN = (
    "assignment",
    "student",
    "last_name",
    "first_name",
    "email",
    "submitted",
    "auto",
    "manual",
    "raw",
    "late_penalty",
    "total",
    "max",
    "waiting",
)


def plain(grades: Grades) -> Iterator[Row]:
    """Go through all that the gradebook says: a row for each student and assignment.

    Parameters
    ----------
    grades : Grades
        The marks.

    Yields
    ------
    list
        The head first, then the rows.
    """
    yield list(PLAIN)
    for record in grades.records:
        for person in grades.people:
            about = (person.id, person.last_name, person.first_name, person.email)
            submission = record.submissions.get(person.id)
            nothing = 0.0 if grades.missing_as_zero else None
            marks: Row = _marks(submission) if submission else [nothing] * 5
            when = submission.timestamp if submission else None
            waiting = "yes" if submission and submission.waiting else "no"
            end = (rounded(record.max_points), waiting)
            yield [record.assignment, *about, when and when.isoformat(" "), *marks, *end]


def _marks(submission: Submission) -> Row:
    parts = (submission.auto, submission.manual, submission.raw)
    return [*map(rounded, (*parts, submission.penalty, submission.total))]


def canvas(grades: Grades) -> Iterator[Row]:
    """Go through the rows that Canvas's gradebook imports; below the head, points possible.

    Canvas finds a student by its own ID, then by the SIS columns, last by name.  The
    gradebook's LMS id stands for Canvas's ID, the name in nbgrader for the SIS user, the
    e-mail for the login.  It finds an assignment by the number at the end of its title.

    Parameters
    ----------
    grades : Grades
        The marks.

    Yields
    ------
    list
        The head first, then the rows.
    """
    yield [
        "Student",
        "ID",
        "SIS User ID",
        "SIS Login ID",
        "Section",
        *map(grades.title, grades.records),
    ]
    possible = (rounded(record.max_points) for record in grades.records)
    yield ["    Points Possible", None, None, None, None, *possible]
    for person in grades.people:
        login = person.email or person.id
        marks = (grades.total(person, record) for record in grades.records)
        yield [person.name, person.lms_id, person.id, login, None, *marks]


def moodle(grades: Grades) -> Iterator[Row]:
    """Go through the rows that Moodle's grade import maps: who, marks, and feedback.

    Moodle asks for one column to find people by: "ID number", "Username" or "Email address".

    Parameters
    ----------
    grades : Grades
        The marks.

    Yields
    ------
    list
        The head first, then the rows.
    """
    head: Row = ["First name", "Last name", "ID number", "Username", "Email address"]
    for record in grades.records:
        head += [grades.title(record), f"{grades.title(record)} (feedback)"]
    yield head
    for person in grades.people:
        who = (person.first_name, person.last_name, person.lms_id, person.id, person.email)
        row: Row = list(who)
        for record in grades.records:
            row += [grades.total(person, record), comment(record, person.id)]
        yield row


def comment(record: Record, student: str) -> str:
    """Return what a student should read beside the mark.

    Parameters
    ----------
    record : Record
        The assignment.
    student : str
        Who.
    """
    submission = record.submissions.get(student)
    if submission is None:
        return "Nothing was handed in."
    parts = []
    if submission.penalty:
        parts.append(f"{number(submission.penalty)} points were taken off for being late.")
    if submission.waiting:
        parts.append("A part is still to be marked by a person.")
    parts += [text for _, text in sorted(submission.comments.items())]
    return " ".join(parts)


FORMATS: dict[str, Callable[[Grades], Iterator[Row]]] = {
    "csv": plain,
    "canvas": canvas,
    "moodle": moodle,
}
