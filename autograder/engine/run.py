"""The run: hand jobs to the crew, write results down as they come, go on where one stopped."""

from __future__ import annotations

import contextlib
import threading
import time
import traceback
from collections import deque
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from autograder import handed_in
from autograder.assignment import PRODUCTS
from autograder.engine.backup import back_up
from autograder.engine.crew import Crew
from autograder.engine.folders import Folders
from autograder.engine.job import Result, grade, page
from autograder.engine.journal import Journal, Line, RunLine
from autograder.engine.plan import Plan
from autograder.engine.products import is_whole
from autograder.engine.record import Record, Standing
from autograder.engine.wish import Wish
from autograder.errors import GraderFault, RunStopped, Unfit
from autograder.marks import Mark


@dataclass
class Task:
    """Something that the crew has to do for one student: grade, or write the page.

    Attributes
    ----------
    student : str
        Whose.
    key : str
        Of the work that is being graded; nothing for a page.
    line : Line or None
        What the journal holds of the work whose page it is.
    notebook : bytes
        The graded notebook, where it is at hand.
    fresh : bool
        Whether this run graded the work.
    seconds : dict of str to float
        How long each stage took so far.
    """

    student: str
    key: str = ""
    line: Line | None = None
    notebook: bytes = b""
    fresh: bool = True
    seconds: dict[str, float] = field(default_factory=dict)
    standing: Standing = field(default_factory=Standing)


class ClassRun:
    """The grading of one class.

    Parameters
    ----------
    record : Record
        The gradebook.
    folders : Folders
        Where the files are.
    plan : Plan
        What to grade by.
    wish : Wish
        What was asked for.
    stop : threading.Event
        Set when no further submission is to be begun.
    """

    def __init__(
        self, record: Record, folders: Folders, plan: Plan, wish: Wish, stop: threading.Event
    ) -> None:
        self.record, self.folders, self.plan = record, folders, plan
        self.wish, self.stop = wish, stop
        self.journal = Journal(record.db, plan.name)
        self.lines = self.journal.lines()
        self.resumed = self.journal.unfinished() if wish.resume else None
        self.run: RunLine | None = self.resumed
        self.pages: dict[str, str] = {}  # in their places, but not yet in the journal
        self.backup: Path | None = None
        pattern = self.resumed.students if self.resumed else wish.students
        self.students = handed_in.students(folders.submitted, plan.name, pattern)
        if not self.students:
            msg = f"nobody called {pattern!r} handed in {plan.name}"
            raise GraderFault(msg)

    def marks(self) -> Iterator[Mark]:
        """Grade whoever needs it, and yield everyone's mark as soon as it stands.

        Raises
        ------
        RunStopped
            If results can't be written down any more, or nobody can grade as was planned;
            what was yielded is safe.
        """
        count = 0
        try:
            for mark in self._marks():
                yield mark
                count += 1
        except (OSError, SQLAlchemyError, Unfit) as error:
            with contextlib.suppress(SQLAlchemyError):
                self.record.db.rollback()
            cause = getattr(error, "orig", None) or error
            msg = f"the run stopped after {count} of {len(self.students)}: {cause}"
            hint = "what was graded is safe; mend that and run it again with --resume"
            raise RunStopped(f"{msg}; {hint}") from error

    def _marks(self) -> Iterator[Mark]:
        odd = {student: problem for student in self.students if (problem := self._odd(student))}
        for student, problem in odd.items():
            yield Mark(student, problem=f"not graded: {problem}")
        students = [student for student in self.students if student not in odd]
        standings = self.record.standings() if self.lines else {}
        due = [one for one in students if one not in standings or self._is_due(one)]
        tasks = deque(Task(student) for student in due)
        for student in sorted(set(students) - set(due)):
            task = Task(student, line=self.lines[student], fresh=False)
            task.standing = standings[student]
            if self.wish.feedback and self._is_stale(task):
                tasks.append(task)
            else:
                yield self._mark(task)
        if tasks:
            yield from self._work(tasks)
        elif self.resumed:
            self._end(self.resumed)

    def _odd(self, student: str) -> str:
        """Say why nbgrader could not even hold this work."""
        if not self.folders.work(student).is_dir():
            return "a file was handed in, not a folder"
        signs = handed_in.unsuitable(student)
        return f"a name must not contain {signs}" if signs else ""

    def _is_due(self, student: str) -> bool:
        """Tell whether there is anything new about a student's work."""
        line = self.lines.get(student)
        if line is None or (self._forced and not self._is_of_resumed(line)):
            return True
        job = self.folders.job(student, self.plan.digest)
        whole = is_whole(self.folders.graded(student), line.notebook)
        return not (line.work == job.key and whole)

    @property
    def _forced(self) -> bool:
        return self.wish.force or bool(self.resumed and self.resumed.forced)

    def _is_of_resumed(self, line: Line) -> bool:
        return bool(self.resumed and line.run == self.resumed.id)

    def _is_stale(self, task: Task) -> bool:
        """Tell whether a page is missing, or shows other marks than the gradebook."""
        assert task.line
        shown = task.standing.digest(task.line.notebook)
        return task.line.page != shown or not self.folders.page(task.student).exists()

    def _work(self, tasks: deque[Task]) -> Iterator[Mark]:
        self.backup = back_up(self.folders.url, self.folders.root / PRODUCTS / "backups")
        if self.run is None:
            self.run = self.journal.begin(self.wish.students, forced=self.wish.force)
            self.record.db.commit()
        crew = self.wish.crew(self.plan, self.folders.root, len(tasks))
        try:
            yield from self._loop(crew, tasks)
        finally:
            crew.close()
        self._end(self.run)

    def _end(self, run: RunLine) -> None:
        self.journal.note_pages(self.pages)
        if not self.stop.is_set():
            self.journal.end(run)
        self.record.db.commit()

    def _loop(self, crew: Crew, tasks: deque[Task]) -> Iterator[Mark]:
        pending: dict[Future[Any], Task] = {}
        self._refill(crew, tasks, pending)
        while pending:
            for future in wait(pending, return_when=FIRST_COMPLETED).done:
                task = pending.pop(future)
                if isinstance(error := future.exception(), Unfit):
                    raise error
                if crew.places > 1:  # while we write, nobody waits for us
                    self._refill(crew, tasks, pending)
                finish = self._finish_page if task.line else self._finish_work
                done = finish(task, future)
                if isinstance(done, Task):  # its page comes first: work that stands is whole
                    tasks.appendleft(done)
                else:
                    yield done
            self._refill(crew, tasks, pending)

    def _refill(self, crew: Crew, tasks: deque[Task], pending: dict[Future[Any], Task]) -> None:
        """Give everyone something to do who has nothing."""
        while tasks and len(pending) < crew.places:
            task = tasks.popleft()
            if task.line or not self.stop.is_set():
                pending[self._begin(crew, task)] = task

    def _begin(self, crew: Crew, task: Task) -> Future[Any]:
        if task.line is None:
            job = self.folders.job(task.student, self.plan.digest)
            task.key = job.key
            return crew.submit(grade, job)
        notebook = task.notebook or self.folders.graded(task.student).read_bytes()
        about = task.standing.about(task.student, self.plan.name, self.record.max_score)
        return crew.submit(page, notebook, about, task.standing.cells)

    def _finish_work(self, task: Task, future: Future[Result]) -> Task | Mark:
        """Write a result down: the file first, then scores and journal in one step."""
        if error := future.exception():
            return self._hand_over(task, error)
        result, started = future.result(), time.perf_counter()
        task.seconds = dict(result.seconds)
        if result.log:
            self.folders.write_log(task.student, result.log)
        self.folders.put_graded(task.student, result.notebook)
        assert self.run
        task.line = Line(self.run.id, task.key, result.digest, None, result.told)
        timestamp = self.folders.timestamp(task.student)
        self.record.save(task.student, result.scores, timestamp)
        self._commit(task)
        task.notebook = result.notebook
        task.seconds["record"] = time.perf_counter() - started
        return task if self.wish.feedback else self._mark(task)

    def _commit(self, task: Task) -> None:
        assert task.line
        self.journal.write(task.student, task.line)
        self.journal.note_pages(self.pages)
        self.record.db.commit()
        self.pages.clear()
        task.standing = self.record.standings([task.student])[task.student]
        self.record.db.commit()  # reading holds a lock as well

    def _finish_page(self, task: Task, future: Future[str]) -> Mark:
        if error := future.exception():
            log = self.folders.write_log(task.student, _traceback(error))
            return self._mark(task, f"no feedback page: {_cause(error)} (see {log})")
        started = time.perf_counter()
        self.folders.put_page(task.student, future.result())
        assert task.line
        self.pages[task.student] = task.standing.digest(task.line.notebook)
        task.seconds["page"] = time.perf_counter() - started
        return self._mark(task)

    def _hand_over(self, task: Task, error: BaseException) -> Mark:
        """Leave work that could not be graded to a person; the next run tries it again."""
        log = self.folders.write_log(task.student, _traceback(error))
        problem = f"not graded: {_cause(error)} (see {log})"
        assert self.run
        task.line = Line(self.run.id, "", "", None, {"problem": problem})
        self.folders.forget(task.student)
        self.record.hand_over(task.student)
        self._commit(task)
        return self._mark(task)

    def _mark(self, task: Task, problem: str = "") -> Mark:
        assert task.line
        told = task.line.told
        return Mark(
            task.student,
            points=told.get("points", {}),
            outcomes=told.get("outcomes", {}),
            total=task.standing.score - task.standing.penalty,
            penalty=task.standing.penalty,
            max_total=self.record.max_score,
            waiting=task.standing.waiting,
            problem=problem or told.get("problem", ""),
            flags=tuple(told.get("flags", ())),
            level=told.get("level", ""),
            fresh=task.fresh,
            seconds=task.seconds,
        )


def _cause(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"[:200]


def _traceback(error: BaseException) -> str:
    return "".join(traceback.format_exception(error))
