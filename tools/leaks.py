"""Search a tree for text that students must not see.

Two kinds of text are secret.  What hidden tests and the bank of answers *say* (test calls,
names and hints of checks, misconceptions) must be nowhere.  What answers *compute* must not
be in an assignment; the lecture may teach the same formula, because the grader's worker has
none of the course's numbers (see CONTRIBUTING).
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from pathlib import Path

import nbformat

STUB = "raise NotImplementedError"  # stands in every release, where the student is to write
SHORTEST = 24  # shorter lines, such as `return a`, say nothing and stand everywhere
REGION = re.compile(r"### BEGIN (SOLUTION|HIDDEN TESTS)\n(.*?)### END \1", re.DOTALL)
PRIVATE_NAMES = {"private", "right", "wrong", "tests", "autograder", "tools", "src", "grading"}
TEXT_ENDINGS = {".py", ".md", ".toml", ".yml", ".ipynb", ".js", ".txt", ".csv", ".cff"}


def distinct_lines(text: str) -> set[str]:
    r"""Return the lines of `text` that are long enough to recognise.

    Examples
    --------
    >>> sorted(distinct_lines("return a\n    return np.maximum(0.0, W @ x)\n"))
    ['return np.maximum(0.0, W @ x)']
    """
    lines = (line.strip() for line in text.splitlines())
    return {line for line in lines if len(line) >= SHORTEST and not _is_common(line)}


def _is_common(line: str) -> bool:
    return line == STUB or line.startswith(("import ", "from __future__"))


def _strings(code: str) -> set[str]:
    """Return the recognisable lines of every string in a piece of Python."""
    try:
        tree = ast.parse(code)
    except SyntaxError:  # a wrong answer may be one that does not parse
        return set()
    constants = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return set().union(*(distinct_lines(text) for text in constants if isinstance(text, str)))


def secrets(folder: Path) -> tuple[set[str], set[str]]:
    """Return what an assignment must hide everywhere, and in released assignments.

    Parameters
    ----------
    folder : Path
        ``assignments/<name>``, with its ``private`` folder.

    Returns
    -------
    tuple of (set of str, set of str)
        Recognisable lines without the text that the released notebook shows anyway.
    """
    source = (folder / "private" / f"{folder.name}.py").read_text(encoding="utf-8")
    public = REGION.sub("", source)
    said: set[str] = set()
    computed: set[str] = set()
    for kind, text in REGION.findall(source):
        (said if kind == "HIDDEN TESTS" else computed).update(distinct_lines(text))
    for path in sorted((folder / "private").rglob("*.py")):
        if path.stem != folder.name:
            code = path.read_text(encoding="utf-8")
            said |= _strings(code)
            computed |= distinct_lines(code)
    shown = set(_found(said | computed, public))
    return said - shown, (said | computed) - shown


def readable_text(path: Path) -> str:
    """Return the text of a file; of a notebook, the sources of its cells."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".ipynb":
        return text
    return "\n".join(cell.source for cell in nbformat.reads(text, as_version=4).cells)


def find_leaks(root: Path, tree: Path) -> list[str]:
    """Return one line for each secret, or private file, that `tree` shows.

    Parameters
    ----------
    root : Path
        The course's folder, which knows the secrets.
    tree : Path
        The folder to be handed to students.
    """
    said, computed = _all_secrets(root)
    found = {path.relative_to(tree): path for path in sorted(tree.rglob("*")) if path.is_file()}
    texts = {
        place: readable_text(path)
        for place, path in found.items()
        if path.suffix in TEXT_ENDINGS and not _is_private(place)
    }
    # All texts at once first: there are thousands of secrets, and hardly ever one is found.
    known = set(_found(said | computed, "\0".join(texts.values())))
    leaks: list[str] = []
    for place in found:
        wanted = known & (computed if place.parts[0] == "assignments" else said)
        faults = (
            ["a private file"] if _is_private(place) else _found(wanted, texts.get(place, ""))
        )
        leaks += [f"{place}: {fault}" for fault in faults]
    return leaks


def _all_secrets(root: Path) -> tuple[set[str], set[str]]:
    """Return what the assignments of a course must hide everywhere, and in assignments."""
    said: set[str] = set()
    computed: set[str] = set()
    for source in sorted((root / "assignments").glob("*/private/*.py")):
        if source.stem == source.parent.parent.name:
            everywhere, in_assignments = secrets(source.parent.parent)
            said |= everywhere
            computed |= in_assignments
    return said, computed


def _is_private(place: Path) -> bool:
    return bool(PRIVATE_NAMES & set(place.parts[:-1])) or place.suffix == ".db"


def _found(wanted: Iterable[str], text: str) -> list[str]:
    return sorted(line for line in wanted if line in text)
