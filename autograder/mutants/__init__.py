"""Make mutants of a Python source: copies that each hold one small mistake.

Good tests fail for every mutant.  One that survives is a mistake that the tests would not
notice, or a change that makes no difference.  Here is only the list; who runs tests on it
is another matter (`tools.mutation` does for the course's numbers).

Left alone is what no test should pin: docstrings, messages, annotations, ``__all__``.
"""

from __future__ import annotations

import ast
import difflib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeGuard

from autograder.mutants.rules import edits

MESSAGE_NAMES = {"msg"}
NEVER_ENTERED = (ast.Raise, ast.Assert, ast.JoinedStr, ast.Import, ast.ImportFrom)
COSMETIC_KEYWORDS = {"copy", "slots", "strict"}  # they matter to speed or to our own errors
TYPE_MAKERS = {"TypeVar", "NewType", "ParamSpec", "cast"}


@dataclass(frozen=True)
class Mutant:
    """A copy of a source with one mistake.

    Parameters
    ----------
    line : int
        Where the mistake stands, from 1.
    description : str
        What was done, such as ``"a + b -> a - b"``.
    source : str
        The whole text with the mistake.
    original : str
        The text without it.
    """

    line: int
    description: str
    source: str = field(repr=False)
    original: str = field(repr=False)

    def diff(self, name: str = "source") -> str:
        """Return what differs from the original, in the form of ``diff -u``.

        Parameters
        ----------
        name : str, default "source"
            What the file is called.

        Returns
        -------
        str
            A header and the changed lines with one line around them.

        Examples
        --------
        >>> print(mutants("a = b - c")[0].diff("x.py"))
        --- x.py
        +++ x.py, - becomes +
        @@ -1 +1 @@
        -a = b - c
        +a = (b + c)
        """
        lines = difflib.unified_diff(
            self.original.splitlines(),
            self.source.splitlines(),
            fromfile=name,
            tofile=f"{name}, {self.description}",
            lineterm="",
            n=1,
        )
        return "\n".join(lines)


def mutants(source: str) -> list[Mutant]:
    """List the mutants of a source, in the order of its lines.

    Parameters
    ----------
    source : str
        The text of a module; it is never run.

    Returns
    -------
    list of Mutant
        Each differs from the source in one place, all differ from each other, all parse.

    Raises
    ------
    SyntaxError
        If `source` is no Python.

    Examples
    --------
    >>> [mutant.source for mutant in mutants("ok = x < 1")]
    ['ok = (x <= 1)', 'ok = (x >= 1)', 'ok = x < 0', 'ok = x < (-1)']
    """
    tree = ast.parse(source)
    text = _Text(source)
    meanings = {ast.dump(tree)}
    found = []
    for place in _places(tree):
        for edit in edits(place):
            mutated = text.replaced(edit.node, edit.code)
            meaning = _meaning(mutated)
            if meaning is not None and meaning not in meanings:
                meanings.add(meaning)
                found.append(Mutant(edit.node.lineno, edit.description, mutated, source))
    return sorted(found, key=lambda mutant: mutant.line)


class _Text:
    """A source in bytes, in which the parser counts its columns."""

    def __init__(self, source: str) -> None:
        self.data = source.encode()
        lengths = [len(line) + 1 for line in self.data.split(b"\n")]
        self.starts = [sum(lengths[:i]) for i in range(len(lengths))]

    def replaced(self, node: ast.expr | ast.stmt, code: str) -> str:
        """Return the source with `code` in the place of `node`."""
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        start = self.starts[node.lineno - 1] + node.col_offset
        end = self.starts[node.end_lineno - 1] + node.end_col_offset
        return (self.data[:start] + code.encode() + self.data[end:]).decode()


def _meaning(source: str) -> str | None:
    """Return what the source says apart from its layout; None if it does not parse."""
    try:
        return ast.dump(ast.parse(source))
    except SyntaxError:
        return None


def _places(node: ast.AST) -> Iterator[ast.AST]:
    # Walk the tree, past what no test should pin.
    yield node
    for name, value in ast.iter_fields(node):
        if name in {"annotation", "returns", "type_comment"}:
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _left_alone(child, node):
                yield from _places(child)


def _left_alone(node: ast.AST, parent: ast.AST) -> bool:
    """Return whether nothing inside of `node` is to be mutated."""
    return isinstance(node, NEVER_ENTERED) or _is_for_readers(node) or _is_part(node, parent)


def _is_for_readers(node: ast.AST) -> bool:
    """Return whether a statement is there for people or for the type checker."""
    match node:
        case ast.Assign(targets=[ast.Name(id=name)]):
            return name in MESSAGE_NAMES or name.startswith("__")
        case ast.AnnAssign(annotation=ast.Name(id=name)):
            return name == "TypeAlias"
        case ast.If(test=ast.Name(id=name)):
            return name == "TYPE_CHECKING"
    return _is_call_of(node, *TYPE_MAKERS)


def _is_part(node: ast.AST, parent: ast.AST) -> bool:
    """Return whether a rule for `parent` sees to it: axis=1, the 1 of -1, isinstance's type."""
    if isinstance(parent, ast.keyword) and parent.arg in {"axis", *COSMETIC_KEYWORDS}:
        return isinstance(node, ast.Constant | ast.UnaryOp)
    if isinstance(parent, ast.UnaryOp) and isinstance(parent.op, ast.USub):
        return isinstance(node, ast.Constant)
    return _is_call_of(parent, "isinstance", "issubclass") and node is not parent.args[0]


def _is_call_of(node: ast.AST, *names: str) -> TypeGuard[ast.Call]:
    return (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names
    )
