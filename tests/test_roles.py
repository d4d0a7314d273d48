"""The roles of cells: short in the source, nbgrader's fields in the notebook."""

from __future__ import annotations

from typing import Any

import pytest

from tools.roles import SourceError, expand, shorten


# nbgrader's documentation, "nbgrader cell metadata": grade, solution, locked
@pytest.mark.parametrize(
    ("options", "flags"),
    [
        ({"answer": "a"}, (False, True, False)),
        ({"locked": "a"}, (False, False, True)),
        ({"tests": "a", "points": 1}, (True, False, True)),
        ({"examples": "a"}, (True, False, True)),
        ({"manual": "a", "points": 1}, (True, True, False)),
    ],
)
def test_each_role_has_nbgraders_flags(
    options: dict[str, Any], flags: tuple[bool, ...]
) -> None:
    fields = expand(options)["nbgrader"]

    assert (fields["grade"], fields["solution"], fields["locked"]) == flags


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"answers": "a"}, "unknown option 'answers'"),
        ({"answer": "a", "tests": "a", "points": 1}, "one role"),
        ({"tests": "a"}, "points belong"),
        ({"answer": "a", "points": 1}, "points belong"),
        ({"examples": "a", "points": 1}, "points belong"),
        ({"tests": "a", "points": "4"}, "must be a number"),
        ({"tests": "a", "points": -1}, "at least 0"),
        ({"answer": "A B"}, "lower-case"),
        ({"answer": 3}, "lower-case"),
    ],
)
def test_wrong_options_are_refused(options: dict[str, Any], message: str) -> None:
    with pytest.raises(SourceError, match=message):
        expand(options)


def test_a_role_without_a_word_is_refused_on_the_way_back() -> None:
    with pytest.raises(SourceError, match="role or a name"):
        shorten({"nbgrader": {"task": True, "grade_id": "essay"}})
