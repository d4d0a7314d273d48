"""Check what students read: lengths, sentences, headings, figures, glossary.

::

    python -m tools.prose            check all notebooks and quizzes
    python -m tools.prose FILE ...   check these notebooks

The limits come from a survey of comparable courses; CONTRIBUTING gives the reasons.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
LONGEST_SENTENCE = 24
BANNED = ("obviously", "of course", "simply", "trivial", "trivially", "easily", "clearly")
WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")


@dataclass(frozen=True)
class Limits:
    """What a notebook may measure; a short one has fewer cells, all else is the same."""

    fewest_cells: int = 25
    most_cells: int = 45
    most_code_cells: int = 25
    longest_code: int = 20
    median_code: float = 6
    text_to_code: tuple[float, float] = (0.9, 1.5)
    median_words: tuple[float, float] = (40, 90)
    most_words: int = 180


LIMITS = {"00_start_here": Limits(fewest_cells=12)}


@dataclass(frozen=True)
class Cell:
    """One cell of a notebook."""

    number: int
    is_code: bool
    text: str

    @property
    def n_lines(self) -> int:
        """Return the number of lines that are not blank."""
        return sum(bool(line.strip()) for line in self.text.splitlines())

    @property
    def n_words(self) -> int:
        """Return the number of words that a reader sees."""
        return len(WORD.findall(" ".join(passages(self.text, tables=True))))


def read_cells(path: Path) -> list[Cell]:
    """Return the cells of a notebook, numbered from 1."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [
        Cell(i, cell["cell_type"] == "code", "".join(cell["source"]))
        for i, cell in enumerate(cells, 1)
    ]


def passages(text: str, *, tables: bool = False) -> Iterator[str]:
    r"""Yield paragraphs, list items and headings as plain words, without code and formulas.

    Examples
    --------
    >>> list(passages("# A *title*\n\nSee `x` and $y^2$.\n- one\n- two"))
    ['A title', 'See x and x.', 'one', 'two']
    """
    text = re.sub(r"```.*?```|<pre>.*?</pre>|\$\$.*?\$\$", "\n\n", text, flags=re.DOTALL)
    text = re.sub(r"`[^`]*`|\$[^$]*\$|<code>.*?</code>", "x", text)
    text = re.sub(r"</?(?:details|summary|p|br)[^>]*>", "\n\n", text)
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    rows = [line.strip() for line in text.splitlines()]
    prose = "\n".join("" if line.startswith("|") else line for line in rows)
    blocks = re.split(r"\n\s*\n|\n(?=[-*#>] |#+ |\d+\. )", prose)
    if tables:
        blocks += [cell for line in rows if line.startswith("|") for cell in line.split("|")]
    for block in blocks:
        plain = re.sub(
            r"^(?:[-*>]|#+|\d+\.)\s+|[*_]{1,3}(?=\w)|(?<=[\w.,:;!?)])[*_]{1,3}", "", block
        )
        if words := " ".join(plain.split()):
            yield words


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a text.

    Examples
    --------
    >>> list(sentences("Guess first. Then run it! What came out?"))
    ['Guess first.', 'Then run it!', 'What came out?']
    """
    for passage in passages(text):
        yield from re.split(r"(?<=[.?!])[)\"”]*\s+(?=[\"“(]?[^\W_a-z])", passage)


def check_text(text: str) -> Iterator[str]:
    """Yield what is wrong with the wording of a text."""
    for sentence in sentences(text):
        n_words = len(WORD.findall(sentence))
        if n_words > LONGEST_SENTENCE:
            yield f"a sentence of {n_words} words, more than {LONGEST_SENTENCE}: {sentence!r}"
        for word in BANNED:
            if re.search(rf"\b{word}\b", sentence, re.IGNORECASE):
                yield f"{word!r} tells a stuck reader off: {sentence!r}"


def check_measures(cells: Sequence[Cell], limits: Limits) -> Iterator[str]:
    """Yield which limits on numbers and lengths of cells are broken."""
    code = [cell.n_lines for cell in cells if cell.is_code]
    words = [cell.n_words for cell in cells if not cell.is_code]
    ratio = len(words) / max(len(code), 1)
    measures: list[tuple[str, float, float, float]] = [
        ("cells", len(cells), limits.fewest_cells, limits.most_cells),
        ("code cells", len(code), 1, limits.most_code_cells),
        ("text cells for each code cell", ratio, *limits.text_to_code),
        ("lines of code in a cell, median", median(code or [0]), 0, limits.median_code),
        ("words in a text cell, median", median(words or [0]), *limits.median_words),
    ]
    for name, value, low, high in measures:
        if not low <= value <= high:
            yield f"{name}: {value:.4g}, outside {low:g} to {high:g}"
    yield from check_lengths(cells, limits)


def check_lengths(cells: Sequence[Cell], limits: Limits) -> Iterator[str]:
    """Yield which cells are too long."""
    for cell in cells:
        size, most, unit = (
            (cell.n_lines, limits.longest_code, "lines")
            if cell.is_code
            else (cell.n_words, limits.most_words, "words")
        )
        if size > most:
            yield f"cell {cell.number}: {size} {unit}, at most {most}"


def check_headings(cells: Sequence[Cell]) -> Iterator[str]:
    """Yield headings that skip a level, and a notebook without one title on top."""
    text = "\n".join(cell.text for cell in cells if not cell.is_code)
    text = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    headings = re.findall(r"^(#+) (.+)$", text, flags=re.MULTILINE)
    levels = [len(marks) for marks, _ in headings]
    if levels[:1] != [1] or levels.count(1) != 1:
        yield f"a notebook has one title, its first heading; found {levels.count(1)}"
    for before, after, (_, title) in zip(levels, levels[1:], headings[1:], strict=False):
        if after > before + 1:
            yield f"the heading {title!r} skips from level {before} to {after}"


def check_figures(cells: Sequence[Cell]) -> Iterator[str]:
    """Yield figures without a description, and demos without a picture after them."""
    code = [cell for cell in cells if cell.is_code]
    for cell, follower in zip_longest(code, code[1:]):
        for rule in (check_display, check_described):
            yield from rule(cell)
        yield from check_demo(cell, follower)
    for cell in cells:
        if not cell.is_code and re.search(r"!\[\s*\]\(|<img(?![^>]*\balt=)", cell.text):
            yield f"cell {cell.number}: an image has no description"


def check_display(cell: Cell) -> Iterator[str]:
    """Yield a complaint if a code cell shows its figure in a way of its own."""
    if re.search(r"\bplt\.show\b|^%matplotlib", cell.text, re.MULTILINE):
        yield f"cell {cell.number}: show a figure by course_utils.plotting.show"


def check_described(cell: Cell) -> Iterator[str]:
    """Yield a complaint for each figure of a code cell that has no description."""
    calls = re.findall(r"\bshow\((.*?)(alt=\s*[\"']\w+|\n\)|\Z)", cell.text, re.DOTALL)
    for _, described in calls:
        if not described.startswith("alt="):
            yield f"cell {cell.number}: show() needs alt=, a description in sentences"


def check_demo(cell: Cell, follower: Cell | None) -> Iterator[str]:
    """Yield a complaint if a demo has no picture of itself in the code cell after it."""
    is_demo = re.search(r"^\w+_demo\(", cell.text, re.MULTILINE)
    if is_demo and not (follower and "static(" in follower.text):
        yield f"cell {cell.number}: follow the demo by show(static(...), alt=...)"


def check_links(cells: Sequence[Cell], folder: Path) -> Iterator[str]:
    """Yield links to files that are not there, seen from the notebook's folder."""
    for cell in cells:
        targets = [] if cell.is_code else re.findall(r"\]\(([^)#\s]+)", cell.text)
        for target in targets:
            if "://" not in target and not (folder / target).exists():
                yield f"cell {cell.number}: a link leads to {target}, which does not exist"


def check_frame(cells: Sequence[Cell]) -> Iterator[str]:
    """Yield what the first and the last text must say and do not."""
    texts = [cell.text for cell in cells if not cell.is_code] or [""]
    wanted = [
        (r"\*\*Time:\*\* \d+ minutes", texts[0], "the first cell says how long it takes"),
        (r"able to", texts[0], "the first cell says what the reader will be able to do"),
        (r"\*\*Next:\*\*", texts[-1], "the last text says what comes next"),
    ]
    return (
        f"missing: {what}" for pattern, text, what in wanted if not re.search(pattern, text)
    )


def check_glossary(glossary: str, notebooks: Sequence[Sequence[Cell]]) -> Iterator[str]:
    """Yield glossary terms that are not in bold in exactly one cell."""
    bold = [
        {term.casefold() for term in re.findall(r"\*\*([^*]+)\*\*", cell.text)}
        for cells in notebooks
        for cell in cells
        if not cell.is_code
    ]
    for term in re.findall(r"^\| ([^|]+?) \|.*\| \d\d \|$", glossary, flags=re.MULTILINE):
        forms = {term.casefold() + ending for ending in ("", "s", "es")}
        count = sum(bool(forms & terms) for terms in bold)
        if count != 1:
            yield f"{term!r} is in bold in {count} cells, expected 1, where it is explained"


def check_notebook(path: Path) -> list[str]:
    """Return everything that is wrong with one notebook."""
    cells = read_cells(path)
    found = [
        *check_measures(cells, LIMITS.get(path.stem, Limits())),
        *check_headings(cells),
        *check_figures(cells),
        *check_links(cells, path.parent),
        *check_frame(cells),
    ]
    for cell in cells:
        alts = re.findall(r"alt=((?:\s*[\"'][^\"']*[\"'])+)", cell.text)
        text = "\n\n".join(re.sub(r"[\"']\s*[\"']", "", alt) for alt in alts)
        found += [
            f"cell {cell.number}: {fault}"
            for fault in check_text(text if cell.is_code else cell.text)
        ]
    return [f"{path.name}: {fault}" for fault in found]


def check_quiz(path: Path) -> list[str]:
    """Return everything that is wrong with the wording of one quiz."""
    questions = tomllib.loads(path.read_text(encoding="utf-8"))["question"]
    texts = [
        text
        for q in questions
        for text in (q["text"], q["why"], *q["options"].values(), *q["slips"].values())
    ]
    return [f"{path.name}: {fault}" for text in texts for fault in check_text(text)]


def check_all(root: Path) -> list[str]:
    """Return everything that is wrong below `root`."""
    notebooks = sorted((root / "notebooks").glob("*.ipynb"))
    found = [fault for path in notebooks for fault in check_notebook(path)]
    for path in sorted((root / "course_utils" / "quizzes").glob("*.toml")):
        found += check_quiz(path)
    glossary = (root / "notebooks" / "glossary.md").read_text(encoding="utf-8")
    faults = check_glossary(glossary, [read_cells(path) for path in notebooks])
    return found + [f"glossary.md: {fault}" for fault in faults]


def main(arguments: Sequence[str]) -> int:
    """Print what is wrong and return 1, or return 0."""
    paths = [Path(argument) for argument in arguments]
    found = [fault for path in paths for fault in check_notebook(path)]
    found = found if paths else check_all(ROOT)
    for fault in found:
        print(fault)
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
