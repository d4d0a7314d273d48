"""Signs in the text of a student's cells; the text is read, never run."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from autograder.answers import parse
from autograder.exchange.inbound import printable
from autograder.flags._flag import Flag

IPYTHON = {
    "get_ipython",
    "ast_transformers",
    "input_transformer_manager",
    "input_transformers_cleanup",
    "input_transformers_post",
    "user_global_ns",
    "user_ns",
    "InteractiveShell",
    "pre_run_cell",
    "post_run_cell",
    "set_next_input",
}
TRICKS = {
    "__builtins__",
    "__code__",
    "__globals__",
    "__subclasses__",
    "_getframe",
    "f_back",
    "meta_path",
    "setprofile",
    "settrace",
}
GRADER = {"autograder", "nbgrader", "points_for", "HIDDEN TESTS"}
MODULES = {
    "asyncio",
    "atexit",
    "builtins",
    "ctypes",
    "faulthandler",
    "gc",
    "http",
    "importlib",
    "inspect",
    "IPython",
    "marshal",
    "mmap",
    "multiprocessing",
    "os",
    "pickle",
    "pty",
    "requests",
    "resource",
    "shutil",
    "signal",
    "socket",
    "sqlite3",
    "subprocess",
    "tempfile",
    "threading",
    "traceback",
    "urllib",
}
DISPLAY = "IPython.display"  # pictures and formulas: every course shows how
READERS = {"open", "fromfile", "genfromtxt", "load", "loadtxt", "memmap", "read_csv"}
OUTSIDE = re.compile(
    r"(?:^|[\s'\"(=])(?:/(?:etc|home|proc|root|sys|tmp|usr|var|mnt|dev)\b|~/|\.\./)"
)
MOST = 64 << 10  # characters of a cell that are searched
LONG = 80  # characters of text; a formula is shorter
SHELL = re.compile(r"^[ \t]*(?:!|%%?(?:bash|sh|system|script|sx)\b).*$", re.MULTILINE)
RUNNERS = {"compile", "eval", "exec"}


def signs(source: str, where: str) -> Iterator[Flag]:
    """Go through what a person may want to look at in one cell.

    Parameters
    ----------
    source : str
        The student's text.
    where : str
        What the cell is called in the report.

    Yields
    ------
    Flag
        At most one of a kind for each line.
    """
    if len(source) > MOST:
        yield Flag("long", where, f"{len(source)} characters")
        return
    lines = source.splitlines()
    for found in SHELL.findall(source):
        yield Flag("shell", where, cut(found.strip()))
    tree = parse(source)
    if tree is None:
        return
    seen = set()
    for node in ast.walk(tree):
        for kind in _kinds(node):
            number = getattr(node, "lineno", 1)
            line = lines[number - 1] if number <= len(lines) else ""
            if (kind, number) not in seen:
                seen.add((kind, number))
                yield Flag(kind, f"{where}, line {number}", cut(line.strip()))


def _kinds(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import | ast.ImportFrom):
        yield from _imported(node)
    elif isinstance(node, ast.Name | ast.Attribute):
        yield from _named(node.id if isinstance(node, ast.Name) else node.attr)
        if isinstance(node, ast.Attribute) and node.attr == "modules":
            yield from ["ipython"] * (getattr(node.value, "id", "") == "sys")
    elif isinstance(node, ast.Call):
        yield from _called(node)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        if any(word in node.value for word in ("autograder.", "HIDDEN TESTS", "points_for")):
            yield "grader"
        if "\n" not in node.value and OUTSIDE.search(node.value):
            yield "files"


def _imported(node: ast.Import | ast.ImportFrom) -> Iterator[str]:
    names = [alias.name for alias in node.names]
    modules = names if isinstance(node, ast.Import) else [node.module or ""]
    for module in modules:
        top = module.partition(".")[0]
        if top in GRADER:
            yield "grader"
        elif top == "IPython" and not _is_display(module, names):
            yield "ipython"
        elif top in MODULES and top != "IPython":
            yield "import"


def _is_display(module: str, names: list[str]) -> bool:
    return module.startswith(DISPLAY) or (module == "IPython" and names == ["display"])


def _named(name: str) -> Iterator[str]:
    if name in IPYTHON or name in TRICKS:
        yield "ipython"
    if name in GRADER:
        yield "grader"


def _called(node: ast.Call) -> Iterator[str]:
    name = getattr(node.func, "id", getattr(node.func, "attr", ""))
    if name in ("__import__", "import_module"):
        yield "import"
    given = node.args[0] if node.args else None
    bare = isinstance(node.func, ast.Name)
    if name in RUNNERS and bare and not _is_short(given):
        yield "text as code"
    if name in READERS and (name == "open" or isinstance(given, ast.Constant | ast.JoinedStr)):
        yield "files"


def _is_short(given: ast.expr | None) -> bool:
    """Tell whether what is run is a short text that anyone can read in its place."""
    return (
        isinstance(given, ast.Constant)
        and isinstance(given.value, str)
        and len(given.value) < LONG
    )


def cut(line: str) -> str:
    """Return the beginning of a line, without signs that a terminal takes for commands.

    Parameters
    ----------
    line : str
        What a student wrote.
    """
    text = printable(line[:200].expandtabs(4))
    return text if len(line) <= 200 else f"{text} …"
