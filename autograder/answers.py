"""The normal form of an answer: what stays when names, comments and layout are taken away."""

from __future__ import annotations

import ast
import hashlib
import re
import warnings
from collections.abc import Iterator

MAGIC = re.compile(r"^[ \t]*[%!].*$", re.MULTILINE)  # no \s: it would run over all lines


def parse(source: str) -> ast.Module | None:
    """Return the syntax tree of a cell without its magics, or None where it has none."""
    try:
        with warnings.catch_warnings():  # of theirs, and nothing to stop or tell us
            warnings.simplefilter("ignore")
            return ast.parse(MAGIC.sub("", source))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def normal_form(source: str) -> tuple[str, ...]:
    r"""Return an answer as a sequence of syntax nodes.

    Names that the answer itself gives become numbers in the order of their appearance;
    comments, docstrings, annotations and layout are gone.  Text that can't be parsed
    becomes its words.

    Examples
    --------
    >>> normal_form("def f(x):  # twice\n    return 2 * x") == normal_form(
    ...     "def f(value: float):\n    'Doubles.'\n    return 2*value")
    True
    >>> normal_form("def f(x): return 2 * x") == normal_form("def f(x): return 3 * x")
    False
    """
    tree = parse(source)
    if tree is None:
        return tuple(source.split())
    try:
        return tuple(_nodes(tree, frozenset(_given(tree)), {}))
    except RecursionError:
        return tuple(source.split())


def fingerprint(source: str) -> str:
    """Return a short name for an answer's normal form."""
    return hashlib.sha256("\0".join(normal_form(source)).encode()).hexdigest()[:8]


def _given(tree: ast.AST) -> Iterator[str]:
    """Go through the names that an answer gives to variables and arguments."""
    for node in ast.walk(tree):
        if isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id


def _nodes(node: ast.AST, own: frozenset[str], numbers: dict[str, str]) -> Iterator[str]:
    if isinstance(node, ast.expr_context):
        return
    yield _told(node, own, numbers)
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "type_comment", "type_params"):
            continue
        children = value if isinstance(value, list) else [value]
        for child in children:
            if isinstance(child, ast.AST) and not _is_text(child):
                yield from _nodes(child, own, numbers)


def _told(node: ast.AST, own: frozenset[str], numbers: dict[str, str]) -> str:
    kind = type(node).__name__
    if isinstance(node, ast.Name | ast.arg):
        name = node.id if isinstance(node, ast.Name) else node.arg
        if name in own:
            return numbers.setdefault(name, f"name {len(numbers)}")
        return f"name {name}"
    if isinstance(node, ast.Attribute):
        return f"{kind} {node.attr}"
    if isinstance(node, ast.Constant):
        return f"{kind} {node.value!r:.80}"
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return f"{kind} {node.name}"
    return f"{kind} {node.arg}" if isinstance(node, ast.keyword) else kind


def _is_text(node: ast.AST) -> bool:
    """Tell whether a statement is a mere text, such as a docstring."""
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )
