"""What the wire takes from nobody: malformed values, frames and headers."""

from __future__ import annotations

import contextlib
import json
import struct
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.wire import MAX_FRAME, MAX_TEXT, MAX_VALUES, Decoder, Encoder, WireError, unpack
from tests.frames import reader

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=20,
)
TAGS = st.sampled_from(
    ["const", "str", "int", "float", "list", "tuple", "dict", "scalar", "array", "handle"]
)
DTYPES = st.sampled_from(["<f8", "|u1", "f16", "O", "V8", "m8[s]", "f8,f8", "<c16", "|b1"])
HOSTILE = st.lists(JSON | TAGS | DTYPES | st.lists(TAGS | JSON, max_size=4), max_size=6)
MALFORMED = [
    pytest.param("text", "must be a list", id="no list"),
    pytest.param([], "must be a list", id="an empty list"),
    pytest.param(["pickle", "x"], "no meaning for 'pickle'", id="an unknown tag"),
    pytest.param([["list"]], "must be text", id="a tag that is a list"),
    pytest.param(["const", 1], "None, True or False", id="a constant that is none"),
    pytest.param(["str", 5], "must be text", id="text that is none"),
    pytest.param(["int", 5], "at most 4000 digits", id="an integer as a number"),
    pytest.param(["int", "9" * 4001], "at most 4000 digits", id="a huge integer"),
    pytest.param(["int", "five"], "malformed int", id="no integer"),
    pytest.param(["float", "x"], "malformed float", id="no float"),
    pytest.param(["float", 1.5], "malformed float", id="a float as a number"),
    pytest.param(["list", 5], "malformed list", id="items that are a number"),
    pytest.param(["list"], "malformed list", id="too few parts"),
    pytest.param(["int", "1", "2"], "malformed int", id="too many parts"),
    pytest.param(["dict", [[["list", []], ["int", "1"]]]], "named by text", id="a list as key"),
    pytest.param(["dict", [[1, 2, 3]]], "malformed dict", id="a pair of three"),
    pytest.param(["array", "O", [1], 0, "C"], "no array of 'O'", id="an array of objects"),
    pytest.param(["scalar", None, 0], "malformed scalar", id="a default dtype"),
    pytest.param(["scalar", "f4,f4", 0], "no array of 'f4,f4'", id="a structured dtype"),
    pytest.param(["scalar", [["a", "f8"]], 0], "malformed scalar", id="a dtype that is a list"),
    pytest.param(["scalar", "\ud800", 0], r"no array of '\\ud800'", id="half a surrogate pair"),
    pytest.param(["scalar", "a8", 0], "no array of 'a8'", id="an old name"),
    pytest.param(["array", "<f8", [-1], 0, "C"], "no array of", id="a negative size"),
    pytest.param(["array", "<f8", [True], 0, "C"], "no array of", id="a size that is true"),
    pytest.param(["array", "<f8", "1", 0, "C"], "no array of", id="a shape that is text"),
    pytest.param(
        ["array", "<f8", [2**70, 0], 0, "C"], "can't fill", id="a shape of huge sizes"
    ),
    pytest.param(["array", "<f8", [2], 0, "C"], "8 bytes can't fill", id="too little bytes"),
    pytest.param(["scalar", "<f8", -1], "no array of", id="the buffer before the first"),
    pytest.param(["scalar", "<f8", 1], "malformed scalar", id="a buffer that is not there"),
    pytest.param(["scalar", "<f8", False], "no array of", id="a buffer named by truth"),
    pytest.param(["array", "<f8", [1], 0], "malformed array", id="no layout"),
]


@pytest.mark.parametrize(("encoded", "message"), MALFORMED)
def test_malformed_values_are_refused(encoded: Any, message: str) -> None:
    with pytest.raises(WireError, match=message):
        Decoder([bytes(8)]).decode(encoded)


def test_a_shape_of_seventy_sizes_is_refused() -> None:
    with pytest.raises(WireError, match="malformed array"):
        Decoder([bytes(8)]).decode(["array", "<f8", [1] * 70, 0, "C"])


def test_values_may_not_be_nested_without_end() -> None:
    encoded: list[Any] = ["const", None]
    for _ in range(50):
        encoded = ["list", [encoded]]

    with pytest.raises(WireError, match="lists may be nested 8 deep"):
        Decoder([]).decode(encoded)


def test_integers_that_collide_are_no_keys() -> None:
    pairs = [[["int", str(k * (2**61 - 1))], ["const", None]] for k in range(1, 3)]

    with pytest.raises(WireError, match="named by text or small integers"):
        Decoder([]).decode(["dict", pairs])


def test_a_frame_holds_so_many_values() -> None:
    encoded = ["list", [["const", None]] * MAX_VALUES]

    with pytest.raises(WireError, match="may hold 20000 values"):
        Decoder([]).decode(encoded)
    with pytest.raises(WireError, match="a list can't cross"):
        Encoder().encode([None] * MAX_VALUES)


@pytest.mark.parametrize(
    "encoded",
    [["str", "x" * (MAX_TEXT + 1)], ["int", "9" * 3999], ["list", [["list", []]] * 1]],
)
def test_what_is_decoded_can_be_encoded_again(encoded: list[Any]) -> None:
    try:
        value = Decoder([]).decode(encoded)
    except WireError:
        return
    assert Encoder().encode(value) == encoded


def test_a_buffer_serves_only_once() -> None:
    array = ["array", "|u1", [1 << 20], 0, "C"]

    with pytest.raises(WireError, match="0 bytes can't fill"):
        Decoder([bytes(1 << 20)]).decode(["list", [array, array]])


@pytest.mark.parametrize("place", [1, 2, 4], ids=["dtype", "shape", "layout"])
def test_deep_nesting_inside_an_array_raises_no_recursion_error(place: int) -> None:
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    encoded: list[Any] = ["array", "<f8", [1], 0, "C"]
    encoded[place] = deep

    try:
        with pytest.raises(WireError, match=r"malformed array|no array of"):
            Decoder([bytes(8)]).decode(encoded)
    finally:
        while deep:  # freeing it at once would overflow the stack of a debug build
            deep = deep.pop()


@given(HOSTILE, st.lists(st.binary(max_size=16), max_size=3))
def test_the_decoder_raises_nothing_but_wire_errors(encoded: Any, buffers: list[bytes]) -> None:
    with contextlib.suppress(WireError):
        Decoder(buffers).decode(encoded)


@given(
    st.binary(max_size=64) | st.binary(max_size=64).map(lambda b: struct.pack(">I", len(b)) + b)
)
def test_frames_of_any_bytes_raise_nothing_but_wire_errors(data: bytes) -> None:
    with pytest.raises(WireError):
        unpack(reader(data))


@given(JSON)
def test_frames_with_any_header_raise_nothing_but_wire_errors(header: Any) -> None:
    text = json.dumps(header).encode()

    with pytest.raises(WireError, match="the header is no frame header"):
        unpack(reader(struct.pack(">I", len(text)) + text))


@given(JSON, JSON)
def test_frames_with_any_parts_are_read_or_refused(body: Any, sizes: Any) -> None:
    text = json.dumps({"body": body, "buffers": sizes}).encode()

    try:
        read, buffers = unpack(reader(struct.pack(">I", len(text)) + text + bytes(100)))
    except WireError:
        return
    assert isinstance(read, dict)
    assert [len(buffer) for buffer in buffers] == sizes


def frame(header: bytes) -> Callable[[int], bytes]:
    return reader(struct.pack(">I", len(header)) + header)


@pytest.mark.parametrize(
    ("header", "message"),
    [
        (b"[" * 100_000, "no frame header"),
        (b'{"body": {}}', "no frame header"),
        (b'{"body": [], "buffers": []}', "malformed or too large"),
        (b'{"body": {}, "buffers": 3}', "malformed or too large"),
        (b'{"body": {}, "buffers": [true]}', "malformed or too large"),
        (b'{"body": {}, "buffers": [-1]}', "malformed or too large"),
        (b'{"body": {}, "buffers": [16777217]}', "malformed or too large"),
        (b'{"body": {}, "buffers": [%s]}' % (b"9" * 5000), "no frame header"),
        (b"\xff\xfe", "no frame header"),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_malformed_headers_are_refused(header: bytes, message: str) -> None:
    with pytest.raises(WireError, match=message):
        unpack(frame(header))


def test_a_huge_header_is_refused_before_it_is_read() -> None:
    with pytest.raises(WireError, match="a header of 16777217 bytes is too large"):
        unpack(reader(struct.pack(">I", MAX_FRAME + 1)))
