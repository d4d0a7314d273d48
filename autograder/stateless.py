"""Whether a notebook's functions keep nothing from one call to the next.

Exercises are kept apart by a process for each, forked where the exercise stands, and those
forks cost more than all the questions.  Functions that only compute a result from their
arguments need no such wall: one process can answer for all exercises, if it has the names of
each one's place.  Most answers are of this kind, and their text shows it.

This decides about time, not about points.  A notebook that is taken for stateless and is not
can only mislead itself: what is right is known outside, and no cell is left that could tell.
Still, whatever is unusual counts as stateful, and is asked in processes of its own.
"""

from __future__ import annotations

import ast
import functools
import symtable
import warnings
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeGuard

COMPUTING = {"math", "numpy", "numpy.linalg"}  # what functions may use
SPEAKING = {"logging", "warnings"}  # what they may use to say something
SAYING = {"critical", "debug", "error", "exception", "info", "warn", "warning"}
LOADED = {"numpy", "math", *SPEAKING, "matplotlib", "course_utils"}  # what cells may load
# what changes how later calls behave, or leads to what does
DENIED = {
    *("breakpoint", "compile", "delattr", "eval", "exec", "getattr", "get_ipython", "globals"),
    *("input", "locals", "open", "setattr", "vars", "filterwarnings", "resetwarnings"),
    *("simplefilter", "setbufsize", "seterr", "seterrcall", "set_printoptions", "os", "sys"),
}
# what remembers, or reads what something else may have written
NOT_IN_FUNCTIONS = {
    *DENIED,
    *("core", "ctypeslib", "f2py", "fromfile", "lib", "load", "loadtxt", "memmap", "random"),
    *("rec", "save", "savetxt", "savez", "savez_compressed", "testing", "tofile"),
    *("ma", "sctypeDict", "typecodes"),
}
FUNCTIONS = (ast.FunctionDef, ast.Lambda)
STATEFUL = (  # the kinds of statement and expression
    ast.AsyncFunctionDef,
    ast.Await,
    ast.ClassDef,
    ast.Global,
    ast.Match,
    ast.Nonlocal,
)
CONSTANT = (
    ast.Constant,
    ast.Tuple,
    ast.UnaryOp,
    ast.unaryop,
    ast.BinOp,
    ast.operator,
    ast.Load,
)
COMPREHENSIONS = {"listcomp", "setcomp", "dictcomp", "genexpr"}


class Traits(NamedTuple):
    """What a cell shows of itself.

    Attributes
    ----------
    harmless : bool
        Whether no part of it, for itself, leaves anything behind.
    changing, tables, handed_on, read : frozenset of str
        Global names: those that may stand for something that can be written to, those bound
        to a list or a dict of constants, those used otherwise than to look something up, and
        those that functions use.
    """

    harmless: bool
    changing: frozenset[str] = frozenset()
    tables: frozenset[str] = frozenset()
    handed_on: frozenset[str] = frozenset()
    read: frozenset[str] = frozenset()


def is_stateless(cells: Iterable[str]) -> bool:
    r"""Tell whether no function in these cells keeps anything between two calls.

    Parameters
    ----------
    cells : iterable of str
        The code cells of a notebook.

    Examples
    --------
    >>> is_stateless(["import numpy as np", "def f(z):\n    return np.tanh(z)"])
    True
    >>> is_stateless(["calls = []", "def f(z):\n    calls.append(z)\n    return len(calls)"])
    False
    """
    traits = [_traits(cell) for cell in cells]
    handed_on = {name for one in traits for name in one.handed_on}
    changing = {name for one in traits for name in one.changing | (one.tables & handed_on)}
    return all(one.harmless and one.read.isdisjoint(changing) for one in traits)


@functools.lru_cache(maxsize=64)  # half of a notebook's cells are as they were released
def _traits(cell: str) -> Traits:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(cell)
            table = symtable.symtable(cell, "cell", "exec")
    except (SyntaxError, ValueError, RecursionError, MemoryError):  # IPython's own, perhaps
        return Traits(harmless=False)
    if not all(map(_is_harmless, ast.walk(tree))):
        return Traits(harmless=False)
    bound = list(_bindings(tree))
    return Traits(
        harmless=True,
        changing=frozenset(name for name, kind in bound if kind == "changing"),
        tables=frozenset(name for name, kind in bound if kind == "table"),
        handed_on=frozenset(_handed_on(tree)),
        read=frozenset(_read_by_functions(table)),
    )


def _is_harmless(node: ast.AST) -> bool:
    """Tell whether this part of a program, for itself, leaves nothing behind."""
    if isinstance(node, ast.Name):
        return node.id not in DENIED and not node.id.startswith("__")
    if isinstance(node, ast.Attribute):
        plain = node.attr not in DENIED and not node.attr.startswith("_")
        return plain and isinstance(node.ctx, ast.Load)
    if isinstance(node, ast.Import):
        return all(alias.name.partition(".")[0] in LOADED for alias in node.names)
    if isinstance(node, ast.ImportFrom):
        module = (node.module or "").partition(".")[0]
        return module in LOADED and not any(a.name in {"*", *DENIED} for a in node.names)
    if isinstance(node, FUNCTIONS):
        return _computes_only(node)
    return not isinstance(node, STATEFUL)


def _computes_only(function: ast.FunctionDef | ast.Lambda) -> bool:
    """Tell whether nothing of a function outlives a call: no wrapper, no default, no device."""
    defaults = [*function.args.defaults, *filter(None, function.args.kw_defaults)]
    if getattr(function, "decorator_list", None) or not all(map(_is_constant, defaults)):
        return False
    named = {getattr(node, "id", getattr(node, "attr", "")) for node in ast.walk(function)}
    return NOT_IN_FUNCTIONS.isdisjoint(named)


def _is_constant(value: ast.AST) -> bool:
    """Tell whether an expression is made of numbers and text alone."""
    return all(isinstance(part, CONSTANT) for part in ast.walk(value))


def _is_table(value: ast.AST) -> bool:
    """Tell whether an expression makes a list or a dict of constants and functions."""
    if isinstance(value, ast.Dict):
        return all(map(_is_constant, filter(None, value.keys))) and all(
            map(_is_fixed, value.values)
        )
    return isinstance(value, ast.List) and all(map(_is_fixed, value.elts))


def _is_fixed(value: ast.AST) -> bool:
    return isinstance(value, ast.Lambda) or _is_constant(value)


def _handed_on(tree: ast.Module) -> Iterator[str]:
    """Yield the names that are used for more than ``name[key]`` and ``logging.info``."""
    known = {node.value for node in ast.walk(tree) if _looks_up(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node not in known:
            yield node.id


def _looks_up(node: ast.AST) -> TypeGuard[ast.Subscript | ast.Attribute]:
    if isinstance(node, ast.Attribute):
        return getattr(node.value, "id", "") in SPEAKING and node.attr in SAYING
    return isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load)


def _outside_functions(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        yield child
        if not isinstance(child, FUNCTIONS):
            yield from _outside_functions(child)


def _bindings(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Yield the names that a cell binds, each with what it may stand for from then on."""
    kinds: dict[ast.AST, str] = {}
    for node in _outside_functions(tree):
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            kinds |= dict.fromkeys(targets, _kind(node.value))
        elif isinstance(node, ast.Import | ast.ImportFrom):
            yield from (
                (alias.asname or alias.name, _loaded(node, alias)) for alias in node.names
            )
        elif isinstance(node, ast.ExceptHandler) and node.name:
            yield node.name, "changing"
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id, kinds.get(node, "changing")


def _kind(value: ast.AST) -> str:
    return "fixed" if _is_fixed(value) else "table" if _is_table(value) else "changing"


def _loaded(node: ast.Import | ast.ImportFrom, alias: ast.alias) -> str:
    """Return what an imported name may stand for."""
    module = node.module if isinstance(node, ast.ImportFrom) else alias.name
    if module in COMPUTING:
        return "changing" if alias.name in NOT_IN_FUNCTIONS else "fixed"
    if module in SPEAKING and isinstance(node, ast.ImportFrom):
        return "fixed" if alias.name in SAYING else "changing"
    return "table" if module in SPEAKING and not alias.asname else "changing"


def _read_by_functions(table: symtable.SymbolTable, *, inside: bool = False) -> Iterator[str]:
    """Yield the global names that functions use, those within functions included."""
    for child in table.get_children():
        is_function = inside or child.get_name() not in COMPREHENSIONS
        if is_function:
            yield from (
                symbol.get_name() for symbol in child.get_symbols() if symbol.is_global()
            )
        yield from _read_by_functions(child, inside=is_function)
