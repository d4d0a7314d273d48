"""The rule by which an answer agrees with a reference."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as st_numpy

from course_utils.comparison import compare, describe, equal

PAIR = np.array([1.0, -2.5])
GRID = np.array([[0.5, 1.0], [2.0, 4.0]])
numbers = st_numpy.arrays(
    np.float64,
    st_numpy.array_shapes(min_dims=0, max_dims=3, max_side=4),
    elements=st.floats(-1e6, 1e6),
)


class Agreeable:
    """A forged answer that claims to equal everything."""

    def __eq__(self, other: object) -> bool:
        raise AssertionError("a method of an unknown object was called")

    __hash__ = None  # type: ignore[assignment]
    __array__ = __float__ = __len__ = __iter__ = __eq__


class Subclass(np.ndarray):
    """A forged array."""


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ([1, -2.5], PAIR),
        ((1.0, np.float32(-2.5)), PAIR),
        (PAIR.astype(np.float32), PAIR),
        ([np.array(1.0), np.array(-2.5)], PAIR),
        ([np.array([0.5, 1]), [2, 4]], GRID),
        (np.asfortranarray(GRID), GRID),
        (np.array(3.0), 3.0),
        (3, 3.0),
        (np.float16(3), 3),
        (7.0, 7),
        (np.int8(7), 7),
        (np.True_, True),
        (np.array(False), False),
        ([True, False], np.array([True, False])),
        ("relu", "relu"),
        (np.str_("relu"), "relu"),
        (None, None),
        ({"a": [1.0, 2.0]}, {"a": np.array([1, 2])}),
        ([np.zeros(3), 1.5], (np.zeros(3), 1.5)),
        (np.array([np.nan, np.inf]), np.array([np.nan, np.inf])),
        ([], np.array([])),
        ([], np.array([], dtype=bool)),
        (1 + 5e-5, 1.0),
    ],
)
def test_right_answers_agree_in_any_form(answer: object, expected: Any) -> None:
    assert compare(answer, expected) is None


@pytest.mark.parametrize(
    ("answer", "expected", "kind"),
    [
        ([1.0, -2.4], PAIR, "value"),
        (30_721, 30_720, "value"),
        ([[1.0], [-2.5]], PAIR, "shape"),
        (PAIR[:, None], PAIR, "shape"),
        (np.array([3.0]), 3.0, "shape"),
        (3.0, np.array([3.0]), "shape"),
        ([1.0, 2.0, 3.0], (np.zeros(3), 1.5), "shape"),
        ([np.zeros(3), 1.5, 2], (np.zeros(3), 1.5), "shape"),
        (PAIR, (np.zeros(3), 1.5), "type"),
        ([1.0, np.nan], PAIR, "nan"),
        ([1.0, np.inf], PAIR, "value"),
        (10**400, 1.0, "value"),
        ("3", 3.0, "type"),
        ([1, "x"], PAIR, "type"),
        ([[1.0], [2.0, 3.0]], PAIR, "type"),
        (3 + 0j, 3.0, "type"),
        (PAIR.astype(complex), PAIR, "type"),
        (PAIR.astype(object), PAIR, "type"),
        (PAIR.view(Subclass), PAIR, "type"),
        (True, 1.0, "type"),
        (1, True, "type"),
        (np.array([1, 0]), np.array([True, False]), "type"),
        ([True, True], np.array([True, False]), "value"),
        ("tanh", "relu", "value"),
        (1, "relu", "type"),
        (0, None, "type"),
        (None, 3.0, "missing"),
        (..., PAIR, "missing"),
        ({}, {"a": 1}, "missing"),
        ({"a": 1, "b": 2}, {"a": 1}, "value"),
        ({"a": 2}, {"a": 1}, "value"),
        ({Fraction(1): 1}, {"a": 1}, "type"),
        ([], {"a": 1}, "type"),
        (Agreeable(), 1.0, "type"),
        ([Agreeable()], PAIR, "type"),
        (Agreeable(), "relu", "type"),
        (Agreeable(), {"a": 1}, "type"),
    ],
)
def test_wrong_answers_get_their_kind(answer: object, expected: Any, kind: str) -> None:
    found = compare(answer, expected)

    assert found is not None
    assert found.kind == kind


def test_a_list_inside_itself_is_no_number() -> None:
    endless: list[Any] = []
    endless.append(endless)

    found = compare(endless, 1.0)

    assert found is not None
    assert found.kind == "type"


def test_a_message_points_at_the_first_wrong_entry() -> None:
    found = compare([[0.5, -2.0], [2.0, 5.0]], GRID, subject="relu(z)", reveal=True)

    assert found is not None
    assert found.message == "relu(z)[0, 1] is -2, expected 1 (2 of 4 entries differ)."


def test_a_message_names_both_shapes() -> None:
    found = compare([1, 2, 3], 2.0)

    assert found is not None
    assert found.message == "Your answer has shape (3,), expected one number."


@given(numbers)
def test_only_reveal_tells_the_expected_value(expected: Any) -> None:
    secret = np.asarray(expected) + 0.123456
    found = compare(np.full_like(secret, 1e9), secret)

    assert found is not None
    assert not any(f"{value:.6g}" in found.message for value in secret.ravel())


@given(numbers)
def test_every_array_agrees_with_itself_as_a_list(expected: Any) -> None:
    assert compare(expected.tolist(), expected) is None


@given(numbers)
def test_a_changed_entry_is_found(expected: Any) -> None:
    changed = expected * 1.01 + 0.01

    assert compare(changed, expected) is not None or np.allclose(changed, expected, 1e-4, 1e-5)


@given(
    st.recursive(st.none() | st.booleans() | st.floats() | st.text() | st.binary(), st.lists)
)
def test_no_answer_makes_the_comparison_fail(answer: object) -> None:
    for expected in (1.5, PAIR, "relu", None, True, {"a": 1}, (PAIR, 1.0)):
        compare(answer, expected)


def test_a_reference_of_unknown_type_is_the_authors_mistake() -> None:
    with pytest.raises(TypeError, match="plain data, got one of type Fraction"):
        compare(1.0, Fraction(1, 2))


def test_the_name_of_a_class_is_read_without_its_metaclass() -> None:
    class Trap(type):
        @property
        def __name__(cls) -> str:  # type: ignore[override]
            raise AssertionError("a metaclass was asked")

        def __hash__(cls) -> int:
            raise AssertionError("a metaclass was asked")

    class Forged(metaclass=Trap):
        pass

    assert describe(Forged()) == "of type Forged"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (1, 1, True),
        (1, 1.0, False),
        (np.nan, float("nan"), True),
        (PAIR, PAIR.copy(), True),
        (PAIR, PAIR.astype(np.float32), False),
        (PAIR, PAIR + 1e-12, False),
        ([PAIR, "a"], [PAIR.copy(), "a"], True),
        ([PAIR], [PAIR, PAIR], False),
        ((1, 2), [1, 2], False),
        ({"a": PAIR}, {"a": PAIR.copy()}, True),
        ({"a": 1}, {"b": 1}, False),
        (Agreeable(), Agreeable(), True),
    ],
)
def test_equal_means_the_same_bits(one: object, other: object, same: bool) -> None:
    assert equal(one, other) is same


def test_a_list_is_asked_for_as_a_list() -> None:
    mismatch = compare(0.0, ["lambda", "size"])

    assert mismatch is not None
    assert mismatch.message.endswith("is a number, expected a list of 2 parts.")
