"""The notebook generator: same bytes every time, nothing lost on the way back."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import nbformat
import pytest

from tools import notebooks
from tools.percent import HEADER, to_notebook, to_source
from tools.roles import SourceError

ROOT = Path(__file__).resolve().parent.parent
SOURCE = (
    HEADER
    + '''\
# %% [markdown]
r"""
# One neuron

It fires at rate $\\sigma(w x + b)$.
"""

# %% locked="imports"
import numpy as np


# %% answer="neuron"
def neuron(x, w, b):
    ### BEGIN SOLUTION
    return np.dot(w, x) + b
    ### END SOLUTION


# %% examples="neuron"
neuron(1, 2, 3)

# %% tests="neuron" points=4
# The grader tries your function here.

# %% [markdown] manual="limits" points=2.5
r"""
Your answer
"""

# %% alt="A \\"curve\\" = it rises"
# %time neuron(1, 2, 3)
'''
)


def cells(source: str = SOURCE) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(to_notebook(source, "one"))["cells"]
    return found


@pytest.fixture
def course(tmp_path: Path) -> Path:
    source = tmp_path / "notebooks" / "src" / "one.py"
    source.parent.mkdir(parents=True)
    source.write_text(SOURCE)
    run(tmp_path)
    return tmp_path


def run(root: Path, *arguments: str) -> int:
    return notebooks.main([*arguments, "--root", str(root)])


def edit_in_jupyter(path: Path, old: str, new: str) -> None:
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        cell.source = cell.source.replace(old, new)
    notebook.cells[1].outputs = [nbformat.v4.new_output("stream", text="printed")]
    notebook.cells[1].metadata["ExecuteTime"] = {"start_time": "today"}
    nbformat.write(notebook, path)


def edit_source(root: Path, old: str, new: str) -> Path:
    source = root / "notebooks" / "src" / "one.py"
    source.write_text(source.read_text().replace(old, new))
    return source


def test_same_source_gives_same_bytes() -> None:
    assert to_notebook(SOURCE, "one") == to_notebook(SOURCE, "one")


def test_notebook_is_valid_and_has_no_outputs() -> None:
    notebook = nbformat.reads(to_notebook(SOURCE, "one"), as_version=4)

    nbformat.validate(notebook)
    assert not any(cell.get("outputs") for cell in notebook.cells)


def test_round_trip_gives_the_source_back() -> None:
    assert to_source(to_notebook(SOURCE, "one")) == SOURCE


@pytest.mark.parametrize("pair", notebooks.find_pairs(ROOT), ids=lambda pair: pair.name)
def test_every_source_survives_the_round_trip(pair: notebooks.Pair) -> None:
    text = pair.source.read_text(encoding="utf-8")

    assert to_source(to_notebook(text, pair.name)) == text


@pytest.mark.parametrize("pair", notebooks.find_pairs(ROOT), ids=lambda pair: pair.name)
def test_every_notebook_is_what_its_source_gives(pair: notebooks.Pair) -> None:
    assert pair.fresh(), f"{pair.notebook.name}: run `make notebooks`"


def test_ids_are_the_names_of_graded_cells_and_differ_between_notebooks() -> None:
    here = [cell["id"] for cell in cells()]
    elsewhere = [cell["id"] for cell in json.loads(to_notebook(SOURCE, "two"))["cells"]]

    named = ["imports", "answer_neuron", "examples_neuron", "check_neuron", "manual_limits"]
    assert here[1:6] == named
    assert here[0] != elsewhere[0]


def test_points_reach_nbgrader_and_examples_are_worth_nothing() -> None:
    points = [cell["metadata"]["nbgrader"].get("points") for cell in cells()[1:6]]

    assert points == [None, None, 0, 4, 2.5]


def test_nbgrader_accepts_the_cells() -> None:
    from nbgrader.nbgraderformat import MetadataValidator

    notebook = nbformat.reads(to_notebook(SOURCE, "one"), as_version=4)

    MetadataValidator().validate_nb(notebook)


def test_error_names_the_notebook_and_the_cell() -> None:
    with pytest.raises(SourceError, match="one, cell 2: unknown option"):
        to_notebook("# %%\n1\n\n# %% naem='a'\n2\n", "one")


def test_repeated_names_are_refused() -> None:
    with pytest.raises(SourceError, match="two cells are called 'imports'"):
        to_notebook('# %% locked="imports"\n1\n\n# %% locked="imports"\n2\n', "one")


def test_check_passes_after_building(course: Path) -> None:
    assert run(course, "--check") == 0


def test_check_names_what_is_stale_and_shows_it(
    course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = course / "notebooks" / "src" / "one.py"
    source.write_text(SOURCE.replace("It fires", "It spikes"))

    assert run(course, "--check") == 1
    shown = capsys.readouterr().err
    assert "one.ipynb is out of date" in shown
    assert "It spikes" in shown


def test_sync_brings_an_edit_back_without_outputs(course: Path) -> None:
    notebook = course / "notebooks" / "one.ipynb"
    edit_in_jupyter(notebook, "It fires", "It spikes")

    assert run(course, "--sync") == 0
    source = course / "notebooks" / "src" / "one.py"
    assert source.read_text() == SOURCE.replace("It fires", "It spikes")
    assert run(course, "--check") == 0
    assert "printed" not in notebook.read_text()


def test_building_does_not_drop_an_edit_made_in_jupyter(
    course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit_in_jupyter(course / "notebooks" / "one.ipynb", "It fires", "It spikes")

    assert run(course) == 1
    assert "make sync" in capsys.readouterr().err
    assert "It spikes" in (course / "notebooks" / "one.ipynb").read_text()


def test_building_clears_outputs_where_nothing_was_edited(course: Path) -> None:
    edit_in_jupyter(course / "notebooks" / "one.ipynb", "no such text", "")

    assert run(course) == 0
    assert "printed" not in (course / "notebooks" / "one.ipynb").read_text()


def test_sync_does_not_drop_an_edit_of_the_source(
    course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = edit_source(course, "It fires", "It spikes")

    assert run(course, "--sync", "one.ipynb") == 1
    assert "make notebooks" in capsys.readouterr().err
    assert "It spikes" in source.read_text()


@pytest.mark.parametrize("newer", ["one.ipynb", "src/one.py"])
@pytest.mark.parametrize("option", ["--sync", "one"])
def test_edits_of_both_files_are_both_kept_and_named(
    course: Path, capsys: pytest.CaptureFixture[str], option: str, newer: str
) -> None:
    notebook = course / "notebooks" / "one.ipynb"
    edit_in_jupyter(notebook, "It fires", "It spikes")
    source = edit_source(course, "neuron(1, 2, 3)", "neuron(4, 5, 6)")
    os.utime(course / "notebooks" / newer, ns=(2**61, 2**61))
    before = source.read_text(), notebook.read_text()

    assert run(course, option) == 1
    assert "one.py and one.ipynb were both edited" in capsys.readouterr().err
    assert (source.read_text(), notebook.read_text()) == before


@pytest.mark.parametrize(("option", "kept"), [("--sync", "It spikes"), ("one", "It rests")])
def test_force_chooses_between_two_edits(course: Path, option: str, kept: str) -> None:
    edit_in_jupyter(course / "notebooks" / "one.ipynb", "It fires", "It spikes")
    source = edit_source(course, "It fires", "It rests")

    assert run(course, option, "--force") == 0
    assert kept in source.read_text()
    assert run(course, "--check") == 0


def test_same_edit_of_both_files_is_no_conflict(course: Path) -> None:
    edit_in_jupyter(course / "notebooks" / "one.ipynb", "It fires", "It spikes")
    edit_source(course, "It fires", "It spikes")

    assert run(course) == 0
    assert run(course, "--check") == 0


def test_times_of_files_do_not_matter(course: Path) -> None:
    edit_source(course, "It fires", "It spikes")
    os.utime(course / "notebooks" / "one.ipynb", ns=(2**61, 2**61))

    assert run(course) == 0
    assert "It spikes" in (course / "notebooks" / "one.ipynb").read_text()


def test_notebook_without_a_record_is_not_written_over(
    course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = course / "notebooks" / "one.ipynb"
    notebook = json.loads(path.read_text())
    del notebook["metadata"]["neurons"]
    path.write_text(json.dumps(notebook))
    edit_source(course, "It fires", "It spikes")

    assert run(course) == 1
    assert "both edited" in capsys.readouterr().err


def test_force_drops_the_edit(course: Path) -> None:
    edit_in_jupyter(course / "notebooks" / "one.ipynb", "It fires", "It spikes")

    assert run(course, "--force") == 0
    assert run(course, "--check") == 0


def test_an_unknown_name_is_refused(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(course, "02_two") == 1
    assert "no notebook is called '02_two'; there is: one" in capsys.readouterr().err
