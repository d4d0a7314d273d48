"""Where warm processes come from, and that they are made again when they died."""

from __future__ import annotations

import contextlib
import dataclasses
import logging
import os
import signal
from pathlib import Path

import pytest

from autograder.sandbox import find_bubblewrap, memory
from autograder.sandbox.processes import Forked
from autograder.sandbox.warm import NURSERY, NotWarm, Nursery, Zygote
from autograder.session import Session
from tests.workers import QUICK, strong, value

pytestmark = [pytest.mark.sandbox, strong]


def zygote() -> Zygote:
    return NURSERY.zygotes[False]


def test_a_plotting_zygote_that_died_is_replaced_and_the_root_stays() -> None:
    quick = dataclasses.replace(QUICK, plots=True)
    with Session(quick) as session:
        session.run("1")
    root, plotting = NURSERY.root, NURSERY.zygotes[True]
    assert root
    assert root.child
    twins = {*memory.descendants(root.child.pid)} - {plotting.number}
    loaded = [one for one in twins if "matplotlib" in maps(one)]
    for number in (plotting.number, *loaded):
        os.kill(number, signal.SIGKILL)

    with Session(quick) as session:
        assert value(session, "'matplotlib' in __import__('sys').modules") is True
    assert NURSERY.root is root
    assert loaded


def maps(process: int) -> str:
    with contextlib.suppress(OSError):  # it ended meanwhile
        return Path(f"/proc/{process}/maps").read_text()
    return ""


def test_without_matplotlib_plain_workers_are_still_forked(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    nursery = Nursery()
    monkeypatch.setattr("autograder.sandbox.levels.NURSERY", nursery)
    made = nursery._made

    def plain(bubblewrap: str, *, plots: bool) -> Zygote:
        if plots:
            raise NotWarm("there is no Matplotlib")
        return made(bubblewrap, plots=plots)

    monkeypatch.setattr(nursery, "_made", plain)
    with caplog.at_level(logging.WARNING):
        for plots in (True, False, True):
            with Session(dataclasses.replace(QUICK, plots=plots)) as session:
                session.run("1")
                assert isinstance(session.process, Forked)

    assert caplog.text.count("started without Matplotlib ready, which is slower") == 1
    nursery.close()


def test_a_zygote_that_died_is_replaced() -> None:
    with Session(QUICK) as session:
        session.run("1")
    before = zygote().number
    os.kill(before, signal.SIGKILL)

    with Session(QUICK) as session:
        assert value(session, "6 * 7") == 42
    assert zygote().number != before


def test_a_worker_that_ends_before_it_is_known_is_made_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with Session(QUICK) as session:
        session.run("1")
    know, lost = os.pidfd_open, ["the first"]

    def first_too_late(number: int) -> int:
        if lost:
            lost.clear()
            raise ProcessLookupError(3, "No such process")
        return know(number)

    monkeypatch.setattr(os, "pidfd_open", first_too_late)

    with Session(QUICK) as session:
        assert value(session, "6 * 7") == 42
        assert isinstance(session.process, Forked)
    assert not lost


def test_a_root_that_died_is_replaced() -> None:
    with Session(QUICK) as session:
        session.run("1")
    root = NURSERY.root
    assert root
    assert root.child
    os.kill(memory.tree(root.child.pid)[2], signal.SIGKILL)  # below bubblewrap's two
    os.kill(zygote().number, signal.SIGKILL)
    root.child.wait()

    with Session(QUICK) as session:
        assert value(session, "6 * 7") == 42
    assert NURSERY.root is not root


def test_another_process_borrows_what_is_loaded() -> None:
    with Session(QUICK) as session:
        session.run("1")
    program = find_bubblewrap()
    assert program
    borrowing = Nursery()
    borrowing.borrow(NURSERY.lend(program).dup())  # type: ignore[union-attr]

    worker = borrowing.fork(program, QUICK)
    assert worker
    try:
        assert worker.number in memory.tree(NURSERY.root.child.pid)  # type: ignore[union-attr]
        assert worker.number not in memory.tree(zygote().number)
    finally:
        worker.close()
        borrowing.close()
    with Session(QUICK) as session:
        assert value(session, "6 * 7") == 42
