"""What the book is made from; how it looks is tested in the browser."""

from __future__ import annotations

import base64
import shutil
from fnmatch import fnmatch
from pathlib import Path

import nbformat
import pytest
from matplotlib.figure import Figure

from course_utils._figures import png
from tools.book.__main__ import main
from tools.book.lectures import Runs, write_lectures
from tools.book.pages import CONTENTS, NOT_IN_THE_BOOK, without_answers, write_index
from tools.book.verdicts import write_verdicts

PIXEL = base64.b64encode(png(Figure())).decode()
WIDGET = {"application/vnd.jupyter.widget-view+json": {"model_id": "1"}}
LOOK = {"image/png": {"alt": 'A "falling" line.', "width": 300}}


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """Return a course with one notebook of two cells, and a package of one file."""
    course = tmp_path / "course"
    (course / "notebooks").mkdir(parents=True)
    (course / "course_utils").mkdir()
    (course / "course_utils" / "one.py").write_text("x = 1\n")
    cells = [nbformat.v4.new_code_cell("1 + 1", id="sum"), nbformat.v4.new_markdown_cell("So.")]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), course / "notebooks" / "00_a.ipynb")
    return course


def shown(course: Path, tmp_path: Path, data: dict[str, object]) -> str:
    """Return what the book shows of an output that a run left in the first cell."""
    ran = nbformat.read(course / "notebooks" / "00_a.ipynb", as_version=4)
    output = nbformat.v4.new_output("display_data", data=data, metadata=LOOK)
    ran.cells[0].outputs = [output]
    ran.cells.insert(0, nbformat.v4.new_code_cell("guard = 1", id="guard"))
    given, sources = tmp_path / "given", tmp_path / "sources"
    (sources / "notebooks").mkdir(parents=True)
    given.mkdir()
    nbformat.write(ran, given / "00_a.ipynb")
    write_lectures(course, sources, Runs(course, tmp_path, given))
    book = nbformat.read(sources / "notebooks" / "00_a.ipynb", as_version=4)
    assert [cell.source for cell in book.cells] == ["1 + 1", "So."]
    return str(book.cells[0].outputs[0].data["text/html"])


def test_every_page_of_docs_has_its_place(root: Path) -> None:
    places = [f"{place}.md" for group in CONTENTS.values() for place in group]
    pages = [page for page in (root / "docs").rglob("*.md") if page.name not in NOT_IN_THE_BOOK]

    names = [str(page.relative_to(root)) for page in pages]
    assert [name for name in names if not any(fnmatch(name, place) for place in places)] == []


def test_index_lists_the_pages_that_there_are(course: Path, tmp_path: Path) -> None:
    (course / "docs").mkdir()
    (course / "docs" / "index.md").write_text("# Title\n")
    shutil.copy(course / "docs" / "index.md", tmp_path / "CHANGELOG.md")

    write_index(course, tmp_path)

    index = (tmp_path / "index.md").read_text()
    assert "CHANGELOG" in index
    assert "guide_hub" not in index


def test_picture_is_a_file_with_its_words(course: Path, tmp_path: Path) -> None:
    page = shown(course, tmp_path, {"image/png": PIXEL})

    assert '<a href="../figures/00-sum-0.png">' in page
    assert 'src="../figures/00-sum-0.png" alt="A &quot;falling&quot; line." width="300"' in page
    assert (tmp_path / "sources/extra/figures/00-sum-0.png").read_bytes()[1:4] == b"PNG"
    assert "demo" not in page


def test_demo_says_where_it_lives(course: Path, tmp_path: Path) -> None:
    page = shown(course, tmp_path, {"image/png": PIXEL, **WIDGET})

    assert "<img" in page
    assert "It answers your hands in the notebook" in page


def test_widget_with_a_page_of_its_own_keeps_it(course: Path, tmp_path: Path) -> None:
    assert "<b>card</b>" in shown(course, tmp_path, {"text/html": "<b>card</b>", **WIDGET})


@pytest.mark.slow
def test_lecture_is_run_once_for_each_version(course: Path, tmp_path: Path) -> None:
    runs = Runs(course, tmp_path / "kept")
    first, again = runs.lecture("00_a"), runs.lecture("00_a")
    (course / "course_utils" / "one.py").write_text("x = 2\n")
    runs.lecture("00_a")

    assert first == again
    assert first.cells[0].outputs[0].data["text/plain"] == "2"
    assert len([*(tmp_path / "kept").iterdir()]) == 2


def test_folder_that_no_build_has_written_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "essay.txt").write_text("years of work")

    with pytest.raises(SystemExit, match="2"):
        main(["--output", str(tmp_path)])

    assert "not an earlier book" in capsys.readouterr().err
    assert (tmp_path / "essay.txt").exists()


def test_value_outside_its_interval_is_a_cross(tmp_path: Path) -> None:
    entry = {"name": "weights", "value": 7.0}
    row = {"number": 1, "holds": False, "error": "", "figures": [entry]}
    write_verdicts(tmp_path / "page.md", [row])

    page = (tmp_path / "page.md").read_text("utf-8")
    assert 'aria-label="7 does not lie in exactly 30,720"' in page
    assert page.count("nn-out") == 1
    assert "1 of them were measured" in page


def test_book_shows_no_lines_of_answers() -> None:
    report = "Same.\n\n```diff\n-    return z\n```\n\nEnd.\n\n```text\nkept\n```\n"

    page = without_answers(report)

    assert "return z" not in page
    assert "kept" in page


def test_page_with_a_hidden_text_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tools.book.__main__.write_pages", lambda *_: None)
    monkeypatch.setattr("tools.book.__main__.write_lectures", lambda *_: None)
    monkeypatch.setattr("tools.book.__main__.find_leaks", lambda *_: ["docs/a.md: a hint"])
    monkeypatch.setattr(Runs, "ledger", lambda _: [])

    with pytest.raises(SystemExit, match="2"):
        main(["--output", str(tmp_path / "book")])

    assert "the book would show:\ndocs/a.md: a hint" in capsys.readouterr().err


def test_experiment_that_failed_says_so(tmp_path: Path) -> None:
    row = {"number": 1, "holds": False, "error": "ValueError: <none>", "figures": []}
    write_verdicts(tmp_path / "page.md", [row])

    assert (
        "The experiment failed: ValueError: &lt;none&gt;" in (tmp_path / "page.md").read_text()
    )
