"""System calls that are refused, as the kernel sees it and as the filter is written."""

from __future__ import annotations

import errno
import struct
from pathlib import Path

import pytest

from autograder import seccomp
from autograder.session import Session
from tests.workers import strong, value

KERNEL = "import ctypes, os, socket\nkernel = ctypes.CDLL(None, use_errno=True)\n"
HEADERS = Path("/usr/include/x86_64-linux-gnu/asm/unistd_64.h")


def verdict(machine: str, number: int, argument: int = 0, audit: int | None = None) -> int:
    """Run a filter as the kernel's machine would, and return what it answers."""
    code = seccomp.program(machine)
    told = struct.pack("<iIQQ", number, audit or seccomp.MACHINES[machine][0], 0, argument)
    place = word = 0
    while True:
        operation, then, otherwise, operand = struct.unpack_from("<HBBI", code, 8 * place)
        place += 1
        if operation == seccomp.RETURN:
            return int(operand)
        if operation == seccomp.LOAD:
            word = struct.unpack_from("<I", told, operand)[0]
        elif operation == seccomp.AND:
            word &= operand
        else:
            holds = word == operand if operation == seccomp.EQUAL else word >= operand
            place += then if holds else otherwise


FORBIDDEN = seccomp.ERROR | errno.EPERM
machines = pytest.mark.parametrize(
    ("machine", "column"), [(name, column) for name, (_, column) in seccomp.MACHINES.items()]
)


@machines
def test_every_call_of_the_list_is_refused(machine: str, column: int) -> None:
    numbers = [both[column] for both in seccomp.REFUSED.values() if both[column] >= 0]

    assert {verdict(machine, number) for number in numbers} == {FORBIDDEN}


@machines
def test_threads_and_forks_are_allowed_and_namespaces_are_not(
    machine: str, column: int
) -> None:
    clone = seccomp.CLONE[column]

    assert verdict(machine, clone, 0x01200011) == seccomp.ALLOW  # fork
    assert verdict(machine, clone, 0x003D0F00) == seccomp.ALLOW  # a thread
    for flag in (0x10000000, 0x00020000, 0x20000000, 0x40000000, 0x02000000, 0x8000):
        assert verdict(machine, clone, flag | 17) == FORBIDDEN


@machines
def test_the_call_that_hides_its_flags_does_not_exist(machine: str, column: int) -> None:
    assert verdict(machine, seccomp.CLONE3[column]) == seccomp.ERROR | errno.ENOSYS


@machines
def test_nobody_takes_back_that_it_ends_with_its_parent(machine: str, column: int) -> None:
    prctl = seccomp.PRCTL[column]

    assert verdict(machine, prctl, 1) == FORBIDDEN
    assert verdict(machine, prctl, 15) == seccomp.ALLOW  # a thread's name


@machines
@pytest.mark.parametrize("family", [2, 10, 16, 17, 38, 40])
def test_sockets_lead_nowhere_but_to_files(machine: str, column: int, family: int) -> None:
    assert verdict(machine, seccomp.SOCKET[column], 1) == seccomp.ALLOW
    assert verdict(machine, seccomp.SOCKET[column], family) == (
        seccomp.ERROR | errno.EAFNOSUPPORT
    )


def test_another_machines_calls_end_the_process() -> None:
    assert verdict("x86_64", 0, audit=0x40000003) == seccomp.KILL  # 32 bits


def test_a_second_numbering_of_the_calls_does_not_help() -> None:
    assert verdict("x86_64", 0x40000000 + 101) == seccomp.ERROR | errno.ENOSYS


@machines
def test_common_calls_are_allowed(machine: str, column: int) -> None:
    read, write, kill = ((0, 63), (1, 64), (62, 129))

    assert {verdict(machine, both[column]) for both in (read, write, kill)} == {seccomp.ALLOW}


@pytest.mark.skipif(not HEADERS.exists(), reason="no kernel headers here")
def test_numbers_are_those_of_the_kernels_headers() -> None:
    lines = (line.split() for line in HEADERS.read_text("ascii").splitlines())
    known = {
        parts[1].removeprefix("__NR_"): int(parts[2]) for parts in lines if len(parts) == 3
    }

    ours = {name: numbers[0] for name, numbers in seccomp.REFUSED.items() if name in known}
    assert ours == {name: known[name] for name in ours}
    assert len(ours) > 40


@pytest.mark.sandbox
@strong
@pytest.mark.parametrize(
    "attempt",
    [
        "kernel.ptrace(0, 0, 0, 0)",
        "kernel.unshare(0x10000000)",
        "kernel.mount(b'x', b'/', b'x', 0, None)",
        "kernel.personality(0x0040000)",
        "kernel.syscall(250, 0, -3, 0)",
        "kernel.syscall(425, 1, 0)",
        "kernel.syscall(319, b'x', 0)",
        "kernel.shmget(0, 4096, 0o600)",
    ],
)
def test_a_worker_gets_the_kernels_refusal(shared: Session, attempt: str) -> None:
    shared.run(KERNEL)

    assert value(shared, f"[{attempt}, ctypes.get_errno()]") == [-1, errno.EPERM]


@pytest.mark.sandbox
@strong
def test_what_homework_needs_still_works(shared: Session) -> None:
    assert value(shared, "__import__('subprocess').run(['true']).returncode") == 0
    cell = "import threading\nt = threading.Thread(target=lambda: None); t.start(); t.join()"
    assert shared.run(cell) == []
    assert value(shared, "len(__import__('socket').socketpair())") == 2
