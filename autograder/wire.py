"""How values cross between judge and worker: as data of exact types, never as objects.

A frame is a length, a JSON header and the raw bytes of its arrays::

    4 bytes  length of the header (big endian)
    header   {"body": <encoded value>, "buffers": [length, ...]}
    buffers  one after the other

A value is encoded as a list whose first entry names its type.  What has no such encoding
(a function, a student's object, a subclass that might lie about its value) is given a
handle: a number that means something only to the side that issued it.  Both sides import
this module; the decoder takes nothing on trust, because the worker's side belongs to the
student's code.
"""

from __future__ import annotations

import json
import math
import re
import struct
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.layout import arranged, layout_of

MAX_FRAME = 16 << 20  # bytes of all arrays
MAX_HEADER = 4 << 20
MAX_DEPTH = 8
MAX_VALUES = 20_000  # in one frame, counting those inside lists and dicts
MAX_ENTRIES = 1000  # of one dict
MAX_TEXT = 1 << 20
MAX_DIGITS = 4000
NUMERIC_KINDS = "biufc"
DTYPE = re.compile(rf"[<>|=]?[{NUMERIC_KINDS}][0-9]{{1,2}}")

Encoded = list[Any]
Issue = Callable[[Any], Encoded]
Resolve = Callable[[Encoded], Any]


class WireError(ValueError):
    """A frame or a value that does not follow this module's format."""


def _refuse(value: Any) -> Encoded:
    msg = f"a {type(value).__name__} can't cross; send numbers, text, lists, dicts or arrays"
    raise WireError(msg)


def _same(value: Any) -> Any:
    return value


# plain types, the tag of each, and how JSON carries it without loss
_PLAIN: dict[type, tuple[str, Callable[[Any], Any]]] = {
    type(None): ("const", _same),
    bool: ("const", _same),
    str: ("str", _same),
    int: ("int", str),
    float: ("float", float.hex),
}


def _fits(value: Any) -> bool:
    if type(value) is str:
        return len(value) <= MAX_TEXT
    return type(value) is not int or value.bit_length() < 3 * MAX_DIGITS


def _is_key(value: Any) -> bool:
    """Tell whether a dict may use the value: integers beyond 2**53 could all collide."""
    if type(value) is int:
        return -(2**53) < value < 2**53
    return value is None or type(value) in (str, bool)


def _unknown(encoded: Encoded) -> Any:
    raise WireError(no_meaning(encoded))


def no_meaning(encoded: Encoded) -> str:
    """Say that an encoding begins with nothing known; it may hold anything JSON can hold."""
    tag = encoded[0]
    return f"no meaning for {tag[:40]!r}" if type(tag) is str else "a type's name must be text"


class Encoder:
    """Turn values into their encoding and collect the bytes of arrays.

    Parameters
    ----------
    issue : callable, optional
        Encodes what is no plain data, usually as a handle; by default it is refused.

    Examples
    --------
    >>> Encoder().encode({"w": [1, 2.5]})
    ['dict', [[['str', 'w'], ['list', [['int', '1'], ['float', '0x1.4000000000000p+1']]]]]]
    """

    def __init__(self, issue: Issue = _refuse) -> None:
        self.issue = issue
        self.buffers: list[bytes] = []
        self.room = MAX_VALUES

    def encode(self, value: Any, depth: int = 0) -> Encoded:
        """Return the encoding of `value`; a subclass of a plain type counts as an object."""
        if type(value) is np.str_:  # what an element of an array of text is
            value = str(value)
        kind = type(value)
        if kind in _PLAIN and _fits(value):
            tag, spell = _PLAIN[kind]
            return [tag, spell(value)]
        if kind in (list, tuple, dict) and depth < MAX_DEPTH and self._has_room(value):
            return self._container(value, depth + 1)
        if kind is np.ndarray or isinstance(value, np.generic):
            return self._array(value)
        return self.issue(value)

    def _has_room(self, value: Any) -> bool:
        if type(value) is dict and not (len(value) <= MAX_ENTRIES and all(map(_is_key, value))):
            return False
        self.room -= len(value) * (2 if type(value) is dict else 1)
        return self.room > 0

    def _container(self, value: Any, depth: int) -> Encoded:
        if type(value) is dict:
            pairs = [[self.encode(k, depth), self.encode(v, depth)] for k, v in value.items()]
            return ["dict", pairs]
        return [type(value).__name__, [self.encode(item, depth) for item in value]]

    def _array(self, value: Any) -> Encoded:
        array = np.asarray(value)
        if array.dtype.kind not in NUMERIC_KINDS:
            return self.issue(value)
        self.buffers.append(array.tobytes())
        place = len(self.buffers) - 1
        if isinstance(value, np.generic):
            return ["scalar", array.dtype.str, place]
        return ["array", array.dtype.str, list(array.shape), place, layout_of(array)]


class Decoder:
    """Turn encodings back into values.

    Parameters
    ----------
    buffers : list of bytes
        The frame's buffers.
    resolve : callable, optional
        Gives meaning to encodings that are no plain data; by default they are refused.
    """

    def __init__(self, buffers: list[bytes], resolve: Resolve = _unknown) -> None:
        self.buffers = buffers
        self.resolve = resolve
        self.room = MAX_VALUES
        self._readers: dict[str, Callable[..., Any]] = {
            "const": self._const,
            "str": self._str,
            "int": self._int,
            "float": self._float,
            "list": self._list,
            "tuple": self._tuple,
            "dict": self._dict,
            "scalar": self._scalar,
            "array": self._array,
        }

    def decode(self, encoded: Any, depth: int = 0) -> Any:
        """Return the value, or raise `WireError` if the encoding is not well formed."""
        if type(encoded) is not list or not encoded or depth > MAX_DEPTH:
            msg = "a value must be a list that begins with its type's name"
            raise WireError(msg)
        self.room -= 1
        if self.room < 0:
            msg = f"a frame may hold {MAX_VALUES} values"
            raise WireError(msg)
        tag, *rest = encoded
        read = self._readers.get(tag) if type(tag) is str else None
        if read is None:
            return self.resolve(encoded)
        try:
            return read(depth + 1, *rest)
        except WireError:
            raise
        except (TypeError, ValueError, IndexError, OverflowError, RecursionError) as error:
            msg = f"malformed {tag}"
            raise WireError(msg) from error

    def _const(self, _depth: int, value: Any) -> bool | None:
        if value is not None and type(value) is not bool:
            msg = "a constant is None, True or False"
            raise WireError(msg)
        return value

    def _str(self, _depth: int, text: Any) -> str:
        if type(text) is not str or len(text) > MAX_TEXT:
            msg = f"text must be text of at most {MAX_TEXT} characters"
            raise WireError(msg)
        return text

    def _int(self, _depth: int, digits: str) -> int:
        if type(digits) is not str or len(digits) > MAX_DIGITS:
            msg = "an integer is written with at most 4000 digits"
            raise WireError(msg)
        number = int(digits)
        if not _fits(number):
            msg = "the integer is too large"
            raise WireError(msg)
        return number

    def _float(self, _depth: int, digits: str) -> float:
        return float.fromhex(digits)

    def _list(self, depth: int, items: list[Any]) -> list[Any]:
        if depth > MAX_DEPTH:
            msg = f"lists may be nested {MAX_DEPTH} deep"
            raise WireError(msg)
        return [self.decode(item, depth) for item in items]

    def _tuple(self, depth: int, items: list[Any]) -> tuple[Any, ...]:
        return tuple(self._list(depth, items))

    def _dict(self, depth: int, pairs: list[Any]) -> dict[Any, Any]:
        read = [(self.decode(key, depth), self.decode(value, depth)) for key, value in pairs]
        if depth > MAX_DEPTH or len(read) > MAX_ENTRIES or not all(_is_key(k) for k, _ in read):
            msg = "a dict may have 1000 entries, named by text or small integers"
            raise WireError(msg)
        return dict(read)

    def _scalar(self, _depth: int, dtype: str, place: int) -> Any:
        return self._numbers(dtype, (), place)[()]

    def _array(
        self, _depth: int, dtype: str, shape: Any, place: int, layout: str
    ) -> np.ndarray:
        return arranged(self._numbers(dtype, tuple(shape), place), str(layout))

    def _numbers(self, dtype: str, shape: tuple[int, ...], place: int) -> np.ndarray:
        whole = all(type(size) is int and size >= 0 for size in shape)
        if not DTYPE.fullmatch(dtype) or not whole or type(place) is not int or place < 0:
            msg = f"no array of {dtype[:20]!r} and shape {str(shape)[:60]}"
            raise WireError(msg)
        kind = np.dtype(dtype)
        # each buffer serves once: a small frame must not decode to many large arrays
        buffer, self.buffers[place] = self.buffers[place], b""
        if len(buffer) != kind.itemsize * math.prod(shape):
            msg = f"{len(buffer)} bytes can't fill {dtype} of shape {str(shape)[:60]}"
            raise WireError(msg)
        return np.frombuffer(buffer, kind).reshape(shape).copy()


def writable(text: str) -> str:
    r"""Return text that any file can hold: half of a surrogate pair becomes a question mark.

    Examples
    --------
    >>> writable("σ"), writable("\ud800")
    ('σ', '?')
    """
    return text.encode("utf-8", "replace").decode("utf-8")


def pack(body: dict[str, Any], buffers: list[bytes]) -> bytes:
    """Return the bytes of one frame."""
    header = {"body": body, "buffers": [len(buffer) for buffer in buffers]}
    text = json.dumps(header).encode()
    return struct.pack(">I", len(text)) + text + b"".join(buffers)


def unpack(read: Callable[[int], bytes]) -> tuple[dict[str, Any], list[bytes]]:
    """Read one frame with ``read(n)``, which must return exactly n bytes.

    Raises
    ------
    WireError
        If the frame is larger than `MAX_HEADER` and `MAX_FRAME` allow, or no frame at all.
    """
    (length,) = struct.unpack(">I", read(4))
    if length > MAX_HEADER:
        msg = f"a header of {length} bytes is too large"
        raise WireError(msg)
    try:
        header = json.loads(read(length))
        body, sizes = header["body"], header["buffers"]
        sound = type(body) is dict and type(sizes) is list
        sound = sound and all(type(n) is int and n >= 0 for n in sizes)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        msg = "the header is no frame header"
        raise WireError(msg) from error
    if not sound or sum(sizes) > MAX_FRAME:
        msg = "the frame's buffers are malformed or too large"
        raise WireError(msg)
    return body, [read(n) for n in sizes]
