"""System calls that no homework needs, refused by the kernel itself.

A filter is a small program for the kernel's packet filter machine.  Student code gets the
error that the kernel gives where a call does not exist or is not allowed, so that a library
which only tries goes on without.  Sources of the numbers: the kernel's tables of system
calls for each machine.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct

# audit's number of the machine, and where a system call's number stands in each entry below
MACHINES = {"x86_64": (0xC000003E, 0), "aarch64": (0xC00000B7, 1)}
NEW_NAMESPACES = 0x7E020000  # every CLONE_NEW... flag that clone takes
SIBLING = 0x00008000  # CLONE_PARENT: a child of the grader's own, at the lower levels
AF_UNIX = 1
X32 = 0x40000000

NONE = -1  # this machine has no such call
REFUSED: dict[str, tuple[int, int]] = {
    # other processes' memory and files
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "kcmp": (312, 272),
    "pidfd_getfd": (438, 438),
    "open_by_handle_at": (304, 265),
    "name_to_handle_at": (303, 264),
    # namespaces and mounts
    "unshare": (272, 97),
    "setns": (308, 268),
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "open_tree": (428, 428),
    "move_mount": (429, 429),
    "fsopen": (430, 430),
    "fsconfig": (431, 431),
    "fsmount": (432, 432),
    "fspick": (433, 433),
    "mount_setattr": (442, 442),
    # large and often faulty parts of the kernel
    "bpf": (321, 280),
    "userfaultfd": (323, 282),
    "perf_event_open": (298, 241),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    "fanotify_init": (300, 262),
    "personality": (135, 92),
    "modify_ldt": (154, NONE),
    "lookup_dcookie": (212, 18),
    "vmsplice": (278, 75),
    # memory that no limit counts
    "memfd_create": (319, 279),
    "memfd_secret": (447, 447),
    "shmget": (29, 194),
    "msgget": (68, 186),
    "semget": (64, 190),
    "mq_open": (240, 180),
    # the machine as a whole
    "kexec_load": (246, 104),
    "kexec_file_load": (320, 294),
    "init_module": (175, 105),
    "finit_module": (313, 273),
    "delete_module": (176, 106),
    "reboot": (169, 142),
    "swapon": (167, 224),
    "swapoff": (168, 225),
    "acct": (163, 89),
    "quotactl": (179, 60),
    "syslog": (103, 116),
    "settimeofday": (164, 170),
    "clock_settime": (227, 112),
    "adjtimex": (159, 171),
    "clock_adjtime": (305, 266),
    "sethostname": (170, 161),
    "setdomainname": (171, 162),
    "iopl": (172, NONE),
    "ioperm": (173, NONE),
}
CLONE, CLONE3, SOCKET, PRCTL = (56, 220), (435, 435), (41, 198), (157, 167)
DIE_WITH_PARENT = 1  # of prctl: a worker must not take that back

# instructions: load a word of the call's data, compare, mask, return
LOAD, EQUAL, AT_LEAST, AND, RETURN = 0x20, 0x15, 0x35, 0x54, 0x06
NUMBER, MACHINE, FIRST = 0, 4, 16  # where they lie in the call's data
ALLOW, KILL, ERROR = 0x7FFF0000, 0x80000000, 0x00050000


def _instruction(code: int, value: int, then: int = 0, otherwise: int = 0) -> bytes:
    return struct.pack("<HBBI", code, then, otherwise, value)


def _unless(number: int, answer: int) -> bytes:
    """Give the answer to one system call, and go on with the others."""
    return _instruction(EQUAL, number, 0, 1) + _instruction(RETURN, answer)


def _first_argument(number: int, checks: bytes) -> bytes:
    """Put one system call's first argument to `checks`, which must return."""
    skip = len(checks) // 8 + 1
    return _instruction(EQUAL, number, 0, skip) + _instruction(LOAD, FIRST) + checks


def program(machine: str, *, network: bool = False) -> bytes:
    """Return the filter for a machine, in the kernel's own form.

    Parameters
    ----------
    machine : str
        As `platform.machine` names it.
    network : bool
        Whether sockets of all families may be made; where they lead is not its business.

    Raises
    ------
    KeyError
        If there is no table for this machine.
    """
    audit, column = MACHINES[machine]
    allow, forbid = _instruction(RETURN, ALLOW), ERROR | errno.EPERM
    parts = [
        _instruction(LOAD, MACHINE),
        _instruction(EQUAL, audit, 1, 0),
        _instruction(RETURN, KILL),
        _instruction(LOAD, NUMBER),
    ]
    if machine == "x86_64":  # a second numbering of the same calls would go round all this
        parts += [_instruction(AT_LEAST, X32, 0, 1), _instruction(RETURN, ERROR | errno.ENOSYS)]
    refused = [numbers[column] for numbers in REFUSED.values() if numbers[column] != NONE]
    parts += [_unless(number, forbid) for number in refused]
    # its flags lie in memory, where no filter can look; callers fall back to clone
    parts.append(_unless(CLONE3[column], ERROR | errno.ENOSYS))
    flags = _instruction(AND, NEW_NAMESPACES | SIBLING) + _instruction(EQUAL, 0, 1, 0)
    parts.append(_first_argument(CLONE[column], flags + _instruction(RETURN, forbid) + allow))
    stays = _instruction(EQUAL, DIE_WITH_PARENT, 0, 1) + _instruction(RETURN, forbid)
    parts.append(_first_argument(PRCTL[column], stays + allow))
    if not network:
        family = _instruction(EQUAL, AF_UNIX, 1, 0)
        family += _instruction(RETURN, ERROR | errno.EAFNOSUPPORT)
        parts.append(_first_argument(SOCKET[column], family + allow))
    return b"".join([*parts, allow])


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def install(*, network: bool = False) -> bool:
    """Put the filter on this process for good; False where there is none for the machine.

    Raises
    ------
    OSError
        If the kernel refuses it.
    """
    machine = platform.machine()
    if os.name != "posix" or machine not in MACHINES:
        return False
    code = program(machine, network=network)
    told = _Program(len(code) // 8, code)
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(22, 2, ctypes.byref(told), 0, 0):  # PR_SET_SECCOMP, SECCOMP_MODE_FILTER
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return True
