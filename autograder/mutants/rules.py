"""The small mistakes that a mutant can hold, a rule for each kind of place in the code."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, TypeAlias

from autograder.mutants.tables import (
    BINARY,
    COMPARISONS,
    DROPPED_KEYWORDS,
    FUNCTIONS,
    LAST_AXIS_BY_DEFAULT,
    ORDER_MATTERS,
    SIGNS,
    SWAPPED_ARGUMENTS,
    UNWRAPPED,
    WITHOUT_METHOD,
)


class Edit(NamedTuple):
    """One mistake: what stands in the place of a node."""

    node: ast.expr | ast.stmt
    description: str
    code: str


Rule: TypeAlias = Callable[[Any], Iterator[Edit]]


def edits(node: ast.AST) -> Iterator[Edit]:
    """Return the mistakes that can be made at a node, its children left as they are.

    Parameters
    ----------
    node : ast.AST
        Any node of a parsed source.

    Yields
    ------
    Edit
        A node, what was done, and the code for its place.

    Examples
    --------
    >>> [edit.code for edit in edits(ast.parse("a - b", mode="eval").body)]
    ['(a + b)', '(b - a)', 'a']
    """
    for kind, rules in RULES.items():
        if isinstance(node, kind):
            for rule in rules:
                yield from rule(node)


def _swap(node: ast.expr, description: str, new: ast.expr) -> Edit:
    """Return an edit with the parentheses that keep the code around it as it was."""
    code = ast.unparse(new)
    simple = (ast.Name, ast.Constant, ast.Call, ast.Attribute, ast.Subscript)
    if not isinstance(new, simple) or code.startswith("-"):
        code = f"({code})"
    return Edit(node, description, code)


def _operators(node: ast.BinOp) -> Iterator[Edit]:
    if _is_text(node):
        return
    left, right, kind = node.left, node.right, type(node.op)
    sign = SIGNS.get(kind, kind.__name__)
    if kind in BINARY:
        other = BINARY[kind]
        yield _swap(node, f"{sign} becomes {SIGNS[other]}", ast.BinOp(left, other(), right))
    if kind in ORDER_MATTERS:
        yield _swap(node, f"operands of {sign} swapped", ast.BinOp(right, node.op, left))
    if kind is not ast.MatMult:
        yield _swap(node, f"right operand of {sign} dropped", left)
    if kind not in ORDER_MATTERS:
        yield _swap(node, f"left operand of {sign} dropped", right)


def _is_text(node: ast.expr) -> bool:
    """Return whether a sum or a product has a string in it, so that it is one."""
    if isinstance(node, ast.BinOp):
        return _is_text(node.left) or _is_text(node.right)
    if isinstance(node, ast.IfExp):
        return _is_text(node.body) or _is_text(node.orelse)
    return isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def _comparisons(node: ast.Compare) -> Iterator[Edit]:
    for i, op in enumerate(node.ops):
        for other in COMPARISONS[type(op)]:
            ops = [*node.ops[:i], other(), *node.ops[i + 1 :]]
            description = f"{SIGNS[type(op)]} becomes {SIGNS[other]}"
            yield _swap(node, description, ast.Compare(node.left, ops, node.comparators))


def _and_or(node: ast.BoolOp) -> Iterator[Edit]:
    is_and = isinstance(node.op, ast.And)
    word, other = ("and", "or") if is_and else ("or", "and")
    yield _swap(
        node,
        f"{word} becomes {other}",
        ast.BoolOp(ast.Or() if is_and else ast.And(), node.values),
    )
    for i in range(len(node.values)):
        rest = [value for j, value in enumerate(node.values) if j != i]
        new = rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest)
        yield _swap(node, f"operand {i + 1} of {word} dropped", new)


def _signs(node: ast.UnaryOp) -> Iterator[Edit]:
    if isinstance(node.op, ast.UAdd):
        return
    yield _swap(node, f"{ast.unparse(node)} without its first sign", node.operand)
    if isinstance(node.op, ast.USub) and isinstance(node.operand, ast.Constant):
        for number in _other_numbers(node.operand.value):
            if number >= 0:
                yield _number(node, 0 - number)


def _constants(node: ast.Constant) -> Iterator[Edit]:
    if isinstance(node.value, bool):
        yield Edit(node, f"{node.value} becomes {not node.value}", str(not node.value))
        return
    for number in _other_numbers(node.value):
        yield _number(node, number)


def _other_numbers(value: object) -> list[float]:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return []
    if value == 0:
        return [value + 1]
    return [0 * value if value == 1 else value + 1, -value]


def _number(node: ast.expr, number: float) -> Edit:
    code = f"({number})" if number < 0 else f"{number}"
    return Edit(node, f"{ast.unparse(node)} becomes {number}", code)


def _functions(node: ast.Call) -> Iterator[Edit]:
    function, args, keywords = node.func, node.args, node.keywords
    name = _last_name(function)
    if name in FUNCTIONS:
        other = FUNCTIONS[name]
        yield _swap(
            node, f"{name} becomes {other}", ast.Call(_renamed(function, other), args, keywords)
        )
    if name in UNWRAPPED and len(args) == 1 and not keywords:
        yield _swap(node, f"{name} dropped", args[0])
    if (
        name in WITHOUT_METHOD
        and isinstance(function, ast.Attribute)
        and not _is_numpy(function)
    ):
        yield _swap(node, f".{name}() dropped", function.value)


def _arguments(node: ast.Call) -> Iterator[Edit]:
    function, args, keywords = node.func, node.args, node.keywords
    name = _last_name(function)
    i, j = SWAPPED_ARGUMENTS.get(name, (0, 0))
    if i < j < len(args):
        swapped = [*args]
        swapped[i], swapped[j] = args[j], args[i]
        yield _swap(node, f"arguments of {name} swapped", ast.Call(function, swapped, keywords))
    for keyword in keywords:
        same = keyword.arg == "axis" and name in LAST_AXIS_BY_DEFAULT
        if keyword.arg in DROPPED_KEYWORDS and not same:
            rest = [other for other in keywords if other is not keyword]
            yield _swap(node, f"{keyword.arg}= dropped", ast.Call(function, args, rest))


def _axes(node: ast.keyword) -> Iterator[Edit]:
    """Take another axis; -1 for 1 would often be the same one."""
    axis = ast.unparse(node.value)
    if node.arg == "axis" and axis in {"0", "1", "2", "-1"}:
        other = "1" if axis == "0" else "0"
        yield Edit(node.value, f"axis {axis} becomes {other}", other)


def _last_name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _renamed(function: ast.expr, name: str) -> ast.expr:
    if isinstance(function, ast.Attribute):
        return ast.Attribute(function.value, name)
    return ast.Name(name)


def _is_numpy(function: ast.Attribute) -> bool:
    return isinstance(function.value, ast.Name) and function.value.id == "np"


def _transposes(node: ast.Attribute) -> Iterator[Edit]:
    if node.attr == "T":
        yield _swap(node, ".T dropped", node.value)


def _conditions(node: ast.If | ast.While | ast.IfExp) -> Iterator[Edit]:
    yield from _negated(node.test)


def _filters(node: ast.comprehension) -> Iterator[Edit]:
    for test in node.ifs:
        yield from _negated(test)


def _negated(test: ast.expr) -> Iterator[Edit]:
    """Turn a condition round, unless its own operator has that as a mistake."""
    if not isinstance(test, ast.Compare | ast.BoolOp | ast.UnaryOp):
        yield _swap(test, "condition negated", ast.UnaryOp(ast.Not(), test))


def _dropped(node: ast.stmt) -> Iterator[Edit]:
    yield Edit(node, f"{type(node).__name__} dropped", "pass")


def _dropped_calls(node: ast.Expr) -> Iterator[Edit]:
    if not isinstance(node.value, ast.Constant):
        yield from _dropped(node)


def _dropped_assignments(node: ast.Assign) -> Iterator[Edit]:
    """Drop ``x = f(x)`` or ``x[i] = y``, whose absence is not a missing name."""
    read = {part.id for part in ast.walk(node.value) if isinstance(part, ast.Name)}
    if all(not isinstance(t, ast.Name) or t.id in read for t in node.targets):
        yield from _dropped(node)


def _early_ends(node: ast.If | ast.For | ast.While) -> Iterator[Edit]:
    for statement in [*node.body, *node.orelse]:
        if isinstance(statement, ast.Raise | ast.Return | ast.Break | ast.Continue):
            yield from _dropped(statement)


def _in_place(node: ast.AugAssign) -> Iterator[Edit]:
    if type(node.op) in BINARY and not _is_text(node.value):
        other = BINARY[type(node.op)]
        new = ast.AugAssign(node.target, other(), node.value)
        yield Edit(node, f"{SIGNS[type(node.op)]}= becomes {SIGNS[other]}=", ast.unparse(new))


def _defaults(node: ast.arguments) -> Iterator[Edit]:
    """Replace a word that is a default; numbers have their own rule."""
    for default in [*node.defaults, *filter(None, node.kw_defaults)]:
        if isinstance(default, ast.Constant) and isinstance(default.value, str):
            yield Edit(default, f"default {default.value!r} becomes 'mutant'", "'mutant'")


RULES: dict[type[ast.AST] | tuple[type[ast.AST], ...], tuple[Rule, ...]] = {
    ast.BinOp: (_operators,),
    ast.Compare: (_comparisons,),
    ast.BoolOp: (_and_or,),
    ast.UnaryOp: (_signs,),
    ast.Constant: (_constants,),
    ast.Call: (_functions, _arguments),
    ast.keyword: (_axes,),
    ast.Attribute: (_transposes,),
    (ast.If, ast.While, ast.IfExp): (_conditions,),
    ast.comprehension: (_filters,),
    ast.Expr: (_dropped_calls,),
    ast.Assign: (_dropped_assignments,),
    ast.AugAssign: (_dropped, _in_place),
    (ast.If, ast.For, ast.While): (_early_ends,),
    ast.arguments: (_defaults,),
}
