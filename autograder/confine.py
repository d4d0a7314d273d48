"""What a worker gives up before it runs a line of student code: rights, calls, its view.

Everything here is a step down: nothing that is given up can be had back.  The functions
speak to the Linux kernel through its C library, since Python has no names for these calls.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from pathlib import Path

from autograder import seccomp

NEW_MOUNTS, NEW_NAMES, NEW_IPC, NEW_PIDS, NEW_NETWORK = (
    0x00020000,
    0x04000000,
    0x08000000,
    0x20000000,
    0x40000000,
)
READ_ONLY, NO_SUID, NO_DEVICES, NO_EXEC, REMOUNT, BIND = 1, 2, 4, 8, 32, 4096
DUMPABLE, DROP_BOUND, REAPER, NO_NEW_RIGHTS, AMBIENT = 4, 24, 36, 38, 47
CAPABILITIES_V3 = 0x20080522
LIBC = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def _checked(result: int) -> None:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


def control(option: int, value: int, third: int = 0) -> None:
    """Set one of the process's own switches; there are none but on Linux."""
    if LIBC is not None:
        zero = ctypes.c_ulong(0)
        _checked(LIBC.prctl(option, ctypes.c_ulong(value), ctypes.c_ulong(third), zero, zero))


def limit_resources(limits: dict[str, int]) -> None:
    """Lower this process's limits for good; names are those of the resource module."""
    import resource

    for name, value in limits.items():
        number = getattr(resource, f"RLIMIT_{name}")
        _, hard = resource.getrlimit(number)
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(number, (value, value))


def give_up_rights() -> None:
    """Drop every capability, and the way to new ones through a program of another user's."""
    if LIBC is None:
        return
    control(NO_NEW_RIGHTS, 1)
    for capability in range(64):
        if LIBC.prctl(DROP_BOUND, capability, 0, 0, 0):  # there are no more, or no right to
            break
    LIBC.prctl(AMBIENT, 4, 0, 0, 0)
    head = (ctypes.c_uint32 * 2)(CAPABILITIES_V3, 0)
    _checked(LIBC.capset(head, (ctypes.c_uint32 * 6)()))


def refuse_calls(*, network: bool = False) -> bool:
    """Have the kernel refuse system calls that no homework needs."""
    return LIBC is not None and seccomp.install(network=network)


def new_processes_apart() -> None:
    """Let the next child be the first process of a world of its own."""
    assert LIBC
    _checked(LIBC.unshare(NEW_PIDS))


def back_to(namespace: int) -> None:
    """Let later children live in the process namespace of this descriptor again."""
    assert LIBC
    _checked(LIBC.setns(namespace, NEW_PIDS))


def _mount(kind: str, target: str, flags: int, options: str = "") -> None:
    assert LIBC
    names = [text.encode() for text in (kind, target, kind)]
    _checked(LIBC.mount(*names, ctypes.c_ulong(flags), options.encode() or None))


def own_view(folders: list[str], size: int) -> None:
    """Go into namespaces of one's own: no network, empty folders, only one's own processes.

    Parameters
    ----------
    folders : list of str
        Where an empty folder in memory is mounted.
    size : int
        Bytes that each of them may hold.
    """
    assert LIBC
    _checked(LIBC.unshare(NEW_MOUNTS | NEW_NAMES | NEW_IPC | NEW_NETWORK))
    for folder in folders:
        _mount("tmpfs", folder, NO_SUID | NO_DEVICES, f"size={size},mode=755")
    _mount("proc", "/proc", NO_SUID | NO_DEVICES | NO_EXEC)
    Path("/proc/sys/user/max_user_namespaces").write_text("0", "ascii")
    _mount("proc", "/proc", REMOUNT | BIND | READ_ONLY | NO_SUID | NO_DEVICES | NO_EXEC)
    hostname = b"worker"
    _checked(LIBC.sethostname(hostname, len(hostname)))


def die_with_parent() -> None:
    """End this process when the one that started it ends."""
    control(seccomp.DIE_WITH_PARENT, signal.SIGKILL)
