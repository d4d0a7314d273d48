"""What students run must work on Linux, macOS and Windows alike: a search of the source."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
# Modules that Python's library reference lists as missing on Windows.
POSIX_MODULES = {
    "curses",
    "fcntl",
    "grp",
    "posix",
    "pty",
    "pwd",
    "resource",
    "syslog",
    "termios",
    "tty",
}
POSIX_NAMES = {
    "os": {
        "chown", "fork", "forkpty", "getegid", "geteuid", "getgid", "getpgid", "getuid",
        "killpg", "mkfifo", "nice", "sched_getaffinity", "setsid", "setuid", "uname", "wait",
    },
    "signal": {"SIGALRM", "SIGHUP", "SIGKILL", "SIGUSR1", "SIGUSR2", "alarm", "setitimer"},
}  # fmt: skip
PLACES = re.compile(r"^(/(tmp|dev|proc|usr|etc|home|bin|var)(/|$)|~/)")
TEXT_CALLS = {"open", "read_text", "write_text", "fdopen"}


def python_in(notebook: Path) -> str:
    """Return the code of a notebook; magics become comments that keep their text."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    code = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    return "\n".join(
        re.sub(r"^(\s*)([!%])", r"\1pass  # \2", text, flags=re.M) for text in code
    )


def sources() -> Iterator[tuple[str, str]]:
    """Return the name and the Python of everything that students run."""
    for path in sorted((ROOT / "course_utils").rglob("*.py")):
        yield str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")
    for folder in ("notebooks", "assignments"):
        for path in sorted((ROOT / folder).rglob("*.ipynb")):
            if ".ipynb_checkpoints" not in path.parts:
                yield str(path.relative_to(ROOT)), python_in(path)


SOURCES = dict(sources())


def imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module and not node.level:
        return [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return [f"{node.value.id}.{node.attr}"]
    return []


def is_posix_only(name: str) -> bool:
    module, _, rest = name.partition(".")
    return module in POSIX_MODULES or rest in POSIX_NAMES.get(module, set())


def posix_names(code: str) -> list[str]:
    """Return the modules and functions that only Linux and macOS have."""
    names = [name for node in ast.walk(ast.parse(code)) for name in imported(node)]
    # `tty.x` of a variable is none of our business; a module must be imported to be used.
    return [name for name in names if is_posix_only(name)]


def fixed_places(code: str) -> list[str]:
    """Return the strings that name a folder which only Linux and macOS have."""
    strings = (
        node.value for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Constant)
    )
    return [text for text in strings if isinstance(text, str) and PLACES.match(text)]


def says_encoding(call: ast.Call, name: str) -> bool:
    modes = [a.value for a in [*call.args, *(k.value for k in call.keywords)]
             if isinstance(a, ast.Constant) and isinstance(a.value, str)]  # fmt: skip
    binary = name in {"open", "fdopen"} and any(re.fullmatch("[rwax]b", mode) for mode in modes)
    named = any(word.arg == "encoding" for word in call.keywords)
    return binary or named or "utf-8" in modes


def silent_about_encoding(code: str) -> list[int]:
    """Return the lines that read or write text in whatever encoding the machine prefers."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.Call)
        and (name := getattr(node.func, "attr", getattr(node.func, "id", ""))) in TEXT_CALLS
        and not says_encoding(node, name)
    ]


@pytest.mark.parametrize("name", SOURCES)
def test_uses_nothing_that_windows_lacks(name: str) -> None:
    assert posix_names(SOURCES[name]) == []


@pytest.mark.parametrize("name", SOURCES)
def test_names_no_place_that_windows_lacks(name: str) -> None:
    assert fixed_places(SOURCES[name]) == []


@pytest.mark.parametrize("name", SOURCES)
def test_says_in_which_encoding_it_reads_and_writes(name: str) -> None:
    assert silent_about_encoding(SOURCES[name]) == []


@pytest.mark.parametrize("name", [name for name in SOURCES if name.endswith(".ipynb")])
def test_notebook_calls_no_shell(name: str) -> None:
    assert not re.search(r"^\s*pass  # (!|%%?(bash|sh|cd|ls|system))", SOURCES[name], re.M)


@pytest.mark.parametrize(
    "code",
    ["import fcntl", "from os import fork", "os.geteuid()", "signal.SIGKILL", "import pwd"],
)
def test_search_finds_what_windows_lacks(code: str) -> None:
    assert posix_names(code)


@pytest.mark.parametrize("code", ["open('/tmp/x')", "'~/.cache'", "'/dev/null'"])
def test_search_finds_fixed_places(code: str) -> None:
    assert fixed_places(code)


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ("open('a')", [1]),
        ("path.read_text()", [1]),
        ("path.write_text('utf 8')", [1]),
        ("path.open('rb')", []),
        ("path.read_text(encoding='utf-8')", []),
        ("path.read_text('utf-8')", []),
    ],
)
def test_search_finds_text_without_encoding(code: str, lines: list[int]) -> None:
    assert silent_about_encoding(code) == lines
