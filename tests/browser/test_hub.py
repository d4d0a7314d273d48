"""A class on one server: an assignment goes round, and walls stand between the users."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.hub import AMIRA, BJORN, CHIDI, IDA, OTTO, Hub, running_hub
from tests.browser.pages import choose, open_in_lab
from tests.browser.people import NAME, Instructor, Student
from tools.hub.install import PROGRAMS
from tools.hub.settings import COURSE_ID

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.sandbox,
    pytest.mark.needs("chromium", "bwrap", "hub"),
    pytest.mark.timeout(600),
]
NEURON = "def neuron(x, w, b):\n    return 1 / (1 + np.exp(-(np.asarray(x) @ w + b)))"
LIMITS = "Spikes have times, and synapses change. My neuron knows neither."
LATER = "2099-01-01 00:00:00.000000 UTC"


@dataclass(frozen=True)
class Round:
    """What was seen while an assignment went round."""

    validated: str
    collected: list[str]
    marks: str
    feedback: str
    other_feedback: str


@pytest.fixture(scope="module")
def hub() -> Iterator[Hub]:
    """Return a running JupyterHub with users of its own."""
    with running_hub(PROGRAMS) as hub:
        yield hub


def hand_in_by_hand(hub: Hub, student: str, owner: str, *commands: str) -> None:
    """Put a folder in a student's name into the exchange, in the way that `owner` likes."""
    folder = hub.inbound / f"{student}+{NAME}+{LATER}+abcdefghijkl"
    script = ["umask 022", f"mkdir '{folder}'", f"cd '{folder}'", *commands]
    done = hub.run_as(owner, "bash", "-c", " && ".join(script))
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def gone_round(hub: Hub, window: BrowserContext) -> Round:
    """Let an assignment go round: two instructors, an honest student, a lazy one, a thief."""
    browser = window.browser
    assert browser is not None
    ida, otto, amira = (
        Instructor(browser, hub, IDA),
        Instructor(browser, hub, OTTO),
        Student(browser, hub, AMIRA),
    )
    ida.open()
    ida.press(NAME, "assign")
    ida.press(NAME, "release")

    amira.fetch()
    amira.open_notebook()
    amira.write("def neuron(x, w, b)", NEURON)
    amira.write("Write your answer here", LIMITS)
    validated = amira.validate()
    amira.submit()

    hub.nbgrader(BJORN, "fetch_assignment", NAME, "--course", COURSE_ID)
    hub.nbgrader(BJORN, "submit", NAME, "--course", COURSE_ID)
    solution = hub.settings.course / "assignments" / NAME / f"{NAME}.ipynb"
    hand_in_by_hand(hub, CHIDI, CHIDI, f"ln -s {solution} .", "touch notes.txt")
    hand_in_by_hand(hub, AMIRA, CHIDI, f"ln -s {solution} .")

    otto.open()
    otto.press(NAME, "collect")
    otto.open(f"manage_submissions/{NAME}")
    otto.press(AMIRA, "autograde")
    collected = sorted(
        str(path.relative_to(hub.settings.course / "grading" / "submitted"))
        for path in (hub.settings.course / "grading" / "submitted").rglob("*")
    )
    marks = hub.run_as(IDA, "python", "-m", "autograder", "grade", NAME).stdout
    ida.mark_by_hand(AMIRA, 2)
    ida.open()
    ida.press(NAME, "generate-feedback")
    ida.press(NAME, "release-feedback")

    feedback = amira.read_feedback()
    hub.nbgrader(BJORN, "fetch_feedback", NAME, "--course", COURSE_ID)
    (page,) = Path("/home", BJORN, NAME, "feedback").rglob("*.html")
    return Round(validated, collected, marks, feedback, page.read_text(encoding="utf-8"))


def test_validating_names_what_is_missing_and_not_what_is_right(gone_round: Round) -> None:
    assert "Neuron.forward" in gone_round.validated
    assert "not attempted yet" in gone_round.validated
    assert "neuron: correct" not in gone_round.validated


def test_student_reads_marks_of_judge_and_of_instructor(gone_round: Round) -> None:
    assert f"Feedback for {AMIRA}" in gone_round.feedback
    assert "7 of 20 points" in gone_round.feedback  # 5 of the judge, 2 by hand
    assert "✓ marked" in gone_round.feedback


def test_each_student_gets_their_own_feedback(gone_round: Round) -> None:
    assert f"Feedback for {BJORN}" in gone_round.other_feedback
    assert AMIRA not in gone_round.other_feedback


def test_grading_is_strongly_contained_without_root(gone_round: Round) -> None:
    assert "containment   strong" in gone_round.marks
    assert AMIRA in gone_round.marks
    assert BJORN in gone_round.marks


def test_nobody_hands_in_for_another_or_what_is_not_theirs(gone_round: Round) -> None:
    chidi = [path for path in gone_round.collected if path.startswith(f"{CHIDI}/")]

    assert f"{AMIRA}/{NAME}/{NAME}.ipynb" in gone_round.collected
    assert f"{CHIDI}/{NAME}/notes.txt" in chidi
    assert f"{CHIDI}/{NAME}/{NAME}.ipynb" not in chidi  # it led to the solutions


def closed_places(hub: Hub) -> dict[str, Path]:
    """Return what must be closed to a student who is not Amira."""
    course, home = hub.settings.course, Path("/home", AMIRA)
    return {
        "another student's home": home,
        "another student's notebook": home / NAME / f"{NAME}.ipynb",
        "another student's copies": home / ".local" / "share" / "jupyter" / "nbgrader_cache",
        "the list of what was handed in": hub.inbound,
        "the list of feedback pages": hub.inbound.parent / "feedback",
        "the course": course,
        "the solutions": course / "assignments" / NAME / f"{NAME}.ipynb",
        "the hidden checks": course / "assignments" / NAME / "private" / "checks",
        "the gradebook": course / "grading" / "gradebook.db",
        "the secret of the hidden inputs": course / "grading" / "secret",
        "what was collected": course / "grading" / "submitted",
        "what was graded": course / "grading" / "autograded",
        "the repository": hub.settings.folder / "source" / "assignments",
        "the hub's own secrets": hub.settings.state,
    }


LOOK = """\
import os, pathlib
for place in {places!r}:
    path = pathlib.Path(place)
    try:
        os.listdir(path) if path.is_dir() else path.read_bytes()
    except PermissionError:
        print("closed", place)
    else:
        print("OPEN", place)
"""


@pytest.mark.usefixtures("gone_round")
def test_student_can_read_nothing_of_others_nor_of_the_instructors(hub: Hub) -> None:
    places = [str(path) for path in closed_places(hub).values()]

    seen = hub.run_as(CHIDI, "python", "-c", LOOK.format(places=places))

    assert seen.stdout.splitlines() == [f"closed {place}" for place in places]


@pytest.mark.usefixtures("gone_round")
def test_instructors_and_owner_can_read_what_others_cannot(hub: Hub) -> None:
    theirs = [str(path) for path in closed_places(hub).values()]
    own = [place for place in theirs if place.startswith(f"/home/{AMIRA}")]
    course = [place for place in theirs if place.startswith(str(hub.settings.course))]

    mine = hub.run_as(AMIRA, "python", "-c", LOOK.format(places=own)).stdout
    teachers = hub.run_as(OTTO, "python", "-c", LOOK.format(places=course)).stdout

    assert mine.splitlines() == [f"OPEN {place}" for place in own]
    assert teachers.splitlines() == [f"OPEN {place}" for place in course]


def test_student_can_change_nothing_that_all_read(hub: Hub) -> None:
    exchange = hub.settings.exchange
    folders = [exchange, hub.inbound.parent, hub.inbound.parent / "outbound"]
    folders += [hub.settings.config, hub.settings.lectures, PROGRAMS, hub.settings.folder]
    script = "; ".join(f"touch {folder}/mine && echo {folder}" for folder in folders)

    assert hub.run_as(CHIDI, "bash", "-c", script).stdout == ""


@pytest.fixture(scope="module")
def thief(hub: Hub, gone_round: Round, window: BrowserContext) -> Student:  # noqa: ARG001
    """Return a student who has logged in after the others have handed in."""
    assert window.browser is not None
    return Student(window.browser, hub, CHIDI)


def test_notebook_on_the_server_has_no_more_rights_than_its_student(
    hub: Hub, thief: Student
) -> None:
    places = [str(path) for path in closed_places(hub).values()]
    code = LOOK.format(places=places)
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code)])
    book.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3 (ipykernel)"}
    path = Path("/home", CHIDI, "look.ipynb")
    path.write_text(nbformat.writes(book), encoding="utf-8")
    os.chown(path, path.parent.stat().st_uid, path.parent.stat().st_gid)

    open_in_lab(thief.page, thief.url, path.name)
    choose(thief.page, "Run", "Run All Cells")

    output = thief.page.locator(".jp-OutputArea-output")
    expect(output).to_contain_text(places[-1])
    assert output.inner_text().splitlines() == [f"closed {place}" for place in places]


def test_student_finds_the_lectures_and_their_package(hub: Hub, thief: Student) -> None:
    lectures = Path("/home", CHIDI, "notebooks")
    run = "import course_utils; print(course_utils.__file__)"

    assert (lectures / "01_one_neuron.ipynb").is_file()
    package = hub.run_as(thief.name, "python", "-c", run).stdout
    assert package.startswith(str(hub.settings.lectures))
    assert hub.run_as(thief.name, "python", "-c", "import autograder").returncode == 1


def test_student_has_no_formgrader(thief: Student) -> None:
    answer = thief.page.goto(f"{thief.url}/formgrader")

    assert answer is not None
    assert answer.status == 404


def test_student_is_not_let_into_another_server(hub: Hub, thief: Student) -> None:
    answer = thief.page.goto(f"{hub.settings.address}/user/{AMIRA}/lab")

    assert answer is not None
    assert answer.status == 403


@pytest.mark.usefixtures("gone_round")
def test_formgrader_opens_inside_jupyterlab(hub: Hub, window: BrowserContext) -> None:
    assert window.browser is not None
    otto = Instructor(window.browser, hub, OTTO)

    choose(otto.page, "Nbgrader", "Formgrader")

    table = otto.page.frame_locator("iframe[src*='formgrader']").locator("table")
    expect(table.locator("tbody tr", has_text=NAME)).to_be_visible()


def test_wrong_password_is_refused(hub: Hub, window: BrowserContext) -> None:
    page = window.new_page()
    page.goto(hub.settings.address)

    page.get_by_label("Username").fill(AMIRA)
    page.get_by_label("Password").first.fill(hub.passwords[BJORN])
    page.get_by_role("button", name="Sign in").click()

    expect(page.get_by_text("Invalid username or password")).to_be_visible()
    page.close()
