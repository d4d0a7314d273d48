"""The format of values between judge and worker: exact both ways."""

from __future__ import annotations

import math
from typing import Any

import hypothesis.extra.numpy as hnp
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.layout import arranged, layout_of
from autograder.wire import (
    MAX_DEPTH,
    MAX_TEXT,
    Decoder,
    Encoder,
    WireError,
    pack,
    unpack,
    writable,
)
from tests.frames import reader

SMALL = st.integers(1 - 2**53, 2**53 - 1)
PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | hnp.arrays(
        hnp.boolean_dtypes() | hnp.integer_dtypes() | hnp.floating_dtypes(),
        hnp.array_shapes(min_dims=0),
    ),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.tuples(inner, inner)
        | st.dictionaries(st.text(max_size=5) | SMALL, inner, max_size=4)
    ),
    max_leaves=8,
)


def crossed(value: Any) -> Any:
    """Send a value through a frame and return what arrives."""
    encoder = Encoder()
    frame = pack({"value": encoder.encode(value)}, encoder.buffers)
    body, buffers = unpack(reader(frame))
    return Decoder(buffers).decode(body["value"])


def same(one: Any, other: Any) -> bool:
    """Ask for the same types and bits all the way down."""
    if type(one) is not type(other):
        return False
    if isinstance(one, np.ndarray):
        alike = one.dtype == other.dtype and one.shape == other.shape
        return bool(alike and one.tobytes() == other.tobytes())
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict):
        return same(list(one.items()), list(other.items()))
    return bool(one == other) or (one != one and other != other)


@given(PLAIN)
def test_what_arrives_is_what_was_sent(value: Any) -> None:
    assert same(crossed(value), value)


def test_an_element_of_an_array_of_text_arrives_as_text() -> None:
    sent = Encoder().encode([np.array(["σ", "relu"])[0], 1])

    assert Decoder([]).decode(sent) == ["σ", 1]
    assert [part[0] for part in sent[1]] == ["str", "int"]


def test_an_own_kind_of_text_stays_an_object() -> None:
    class Text(np.str_):  # type: ignore[misc]
        pass

    with pytest.raises(WireError, match="a Text can't cross"):
        Encoder().encode(Text("x"))


@pytest.mark.parametrize(
    "value",
    [-0.0, math.inf, 5e-324, 10**3000, "", "σ\0\n", (), [], {}, {1: (None, [True])}, 1.0],
    ids=repr,
)
def test_odd_plain_values_arrive_exactly(value: Any) -> None:
    assert repr(crossed(value)) == repr(value)


@pytest.mark.parametrize("code", "?bhilBHILefdgFD")
def test_numpy_numbers_keep_their_type(code: str) -> None:
    number = np.dtype(code).type(1)

    assert type(crossed(number)) is type(number)


@given(
    hnp.arrays(np.float64, hnp.array_shapes(min_dims=0, max_dims=3)),
    st.sampled_from("CF"),
    st.booleans(),
)
def test_arrays_keep_layout_and_protection(values: Any, order: Any, protected: bool) -> None:
    array = np.array(values, order=order)
    array.flags.writeable = not protected

    assert layout_of(crossed(array)) == layout_of(array)


def test_a_view_with_steps_arrives_as_one() -> None:
    view = np.arange(12.0).reshape(3, 4)[:, ::2]

    arrived = crossed(view)

    assert layout_of(arrived) == "strided"
    assert np.array_equal(arrived, view)


def test_an_empty_view_can_be_arranged() -> None:
    assert arranged(np.zeros((2, 0)), "strided").shape == (2, 0)


def test_an_array_arrives_as_a_copy_that_can_be_written() -> None:
    assert crossed(np.zeros(3)).flags.owndata
    assert crossed(np.zeros(3)).flags.writeable


@pytest.mark.parametrize(
    "value",
    [object(), {1, 2}, 1j, b"raw", np.array([None]), np.array(["a"]), range(3), len],
    ids=lambda value: type(value).__name__,
)
def test_what_is_no_plain_data_is_refused(value: Any) -> None:
    with pytest.raises(WireError, match="can't cross; send numbers, text, lists"):
        Encoder().encode(value)


class Liar(float):
    """A float that claims to equal everything."""

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = float.__hash__


class Flattering(np.ndarray):
    """An array of a class of its own."""


@pytest.mark.parametrize(
    "value", [Liar(1), np.zeros(2).view(Flattering), type("D", (dict,), {})()]
)
def test_subclasses_of_plain_types_count_as_objects(value: Any) -> None:
    assert Encoder(lambda _: ["handle"]).encode(value) == ["handle"]


@pytest.mark.parametrize("value", ["x" * (MAX_TEXT + 1), 1 << 12_000], ids=["text", "integer"])
def test_what_is_too_large_counts_as_an_object(value: Any) -> None:
    assert Encoder(lambda _: ["handle"]).encode(value) == ["handle"]


def test_what_is_too_deep_counts_as_an_object() -> None:
    value: list[Any] = []
    for _ in range(MAX_DEPTH + 1):
        value = [value]

    with pytest.raises(WireError, match="a list can't cross"):
        Encoder().encode(value)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_honest_text_stays_as_it_is(text: str) -> None:
    assert writable(text) == text


@given(st.text(st.characters(categories=["Cs", "Lu"]), min_size=1))
def test_half_surrogate_pairs_become_question_marks(text: str) -> None:
    whole = writable(text)

    assert whole.encode("utf-8")
    assert len(whole) == len(text)
