"""What a source cell's options mean to nbgrader, in both directions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

PLAIN_OPTIONS = ("alt", "tags")
MISPLACED_POINTS = "points belong to cells with tests= or manual=, and to all of those"
SLUG = re.compile(r"[a-z][a-z0-9_]{0,50}")


class SourceError(ValueError):
    """A source or a notebook says something that the other form cannot hold."""


@dataclass(frozen=True)
class Role:
    """What one option of the shorthand means to nbgrader."""

    prefix: str
    grade: bool = False
    solution: bool = False
    locked: bool = False
    worthless: bool = False

    @property
    def pointed(self) -> bool:
        """Return whether an author says what such a cell is worth."""
        return self.grade and not self.worthless

    def metadata(self, slug: str, points: float | None) -> dict[str, Any]:
        """Return nbgrader's fields, schema 3, for the cell called `slug`."""
        fields: dict[str, Any] = {
            "grade": self.grade,
            "grade_id": self.prefix + slug,
            "locked": self.locked,
            "schema_version": 3,
            "solution": self.solution,
            "task": False,
        }
        return fields | {"points": 0 if self.worthless else points} if self.grade else fields

    def fits(self, fields: dict[str, Any]) -> bool:
        """Return whether nbgrader's fields describe this role."""
        flags = [bool(fields.get(flag)) for flag in ("grade", "solution", "locked", "task")]
        return flags == [self.grade, self.solution, self.locked, False]


ROLES = {
    "answer": Role("answer_", solution=True),
    "locked": Role("", locked=True),
    # Validate runs graded cells only, so examples are graded cells that are worth nothing.
    "examples": Role("examples_", grade=True, locked=True, worthless=True),
    "tests": Role("check_", grade=True, locked=True),
    "manual": Role("manual_", grade=True, solution=True),
}


def expand(options: dict[str, Any]) -> dict[str, Any]:
    """Turn the options of a source cell into the metadata of a notebook cell.

    Parameters
    ----------
    options : dict
        What stands after ``# %%``, for example ``{"tests": "neuron", "points": 4}``.

    Returns
    -------
    dict
        Metadata in nbgrader's terms.

    Raises
    ------
    SourceError
        If an option is unknown, two roles meet in one cell, or points are out of place.

    Examples
    --------
    >>> expand({"tests": "neuron", "points": 4})["nbgrader"]["grade_id"]
    'check_neuron'
    """
    known = {*ROLES, *PLAIN_OPTIONS, "points"}
    if unknown := sorted(set(options) - known):
        raise SourceError(
            f"unknown option {unknown[0]!r}; known are {', '.join(sorted(known))}"
        )
    metadata = {name: options[name] for name in PLAIN_OPTIONS if name in options}
    roles = [name for name in ROLES if name in options]
    if len(roles) > 1:
        raise SourceError(f"a cell has one role, this one has {' and '.join(roles)}")
    if roles:
        metadata["nbgrader"] = _fields(roles[0], options)
    elif "points" in options:
        raise SourceError(MISPLACED_POINTS)
    return metadata


def _fields(name: str, options: dict[str, Any]) -> dict[str, Any]:
    """Return nbgrader's fields for a cell whose role is called `name`."""
    role, slug, points = ROLES[name], options[name], options.get("points")
    if not (isinstance(slug, str) and SLUG.fullmatch(slug)):
        raise SourceError(f"{name}={slug!r} must be lower-case letters, digits and _")
    if role.pointed != (points is not None):
        raise SourceError(MISPLACED_POINTS)
    if points is not None and not (type(points) in (int, float) and points >= 0):
        raise SourceError(f"points={points!r} must be a number and at least 0")
    return role.metadata(slug, points)


def shorten(metadata: dict[str, Any]) -> dict[str, Any]:
    """Turn the metadata of a notebook cell back into the options of a source cell.

    Parameters
    ----------
    metadata : dict
        A cell's metadata, with whatever an editor has added to it.

    Returns
    -------
    dict
        Options for ``# %%``; what only an editor cares about is left out.

    Raises
    ------
    SourceError
        If the cell has an nbgrader role that sources have no word for.

    Examples
    --------
    >>> shorten(expand({"answer": "neuron"}) | {"scrolled": True})
    {'answer': 'neuron'}
    """
    options = {name: metadata[name] for name in PLAIN_OPTIONS if name in metadata}
    return options | _role_options(metadata.get("nbgrader") or {})


def _role_options(fields: dict[str, Any]) -> dict[str, Any]:
    """Return the options that stand for nbgrader's fields."""
    if not any(fields.get(flag) for flag in ("grade", "solution", "locked", "task")):
        return {}
    grade_id = str(fields.get("grade_id", ""))
    for name, role in ROLES.items():
        if role.fits(fields) and grade_id.startswith(role.prefix):
            points = {"points": fields["points"]} if role.pointed else {}
            return {name: grade_id.removeprefix(role.prefix)} | points
    raise SourceError(
        f"the cell {grade_id!r} has a role or a name that sources cannot express; "
        f"name it {' or '.join(role.prefix + '...' for role in ROLES.values() if role.prefix)}"
    )
