"""Hostile submissions that carry something from one exercise to the next, or reach further.

What a check passes to one exercise must not be seen by a cell that runs later: the student
would read hidden inputs in the feedback.  A cell prints ``LEAKED`` if it got hold of one.
"""

from __future__ import annotations

from tests.hostile.attack import Attack
from tests.hostile.protocol import LINK

ALL = "keep(*locals().values())"


def kept(row: int, start: str, keep: str, found: str) -> Attack:
    """Return an attack that puts inputs aside and looks for them in a later cell.

    Parameters
    ----------
    row : int
        Of the catalogue.
    start : str
        What is made beforehand.
    keep : str
        How a call puts its arguments, ``a``, aside.
    found : str
        An expression for what is there later.
    """
    cells = (f"{start}\ndef keep(*a):\n    {keep}\n    return 0",)
    later = f"try: found = {found}\nexcept Exception: found = None\n"
    later += "if found: print('LEA' + 'KED', found)"
    return Attack(row, cells, ALL, later=later)


FORKED = """
import os, sys
ours, theirs = os.pipe(); os.set_blocking(ours, False)
"""
SYSCALLS = """
import ctypes, platform
libc = ctypes.CDLL(None, use_errno=True)
calls = {{'unshare': (272, 0x10000000), 'keyctl': (250, 0, -3, 1), 'bpf': (321, 0, 0, 0),
         'perf': (298, 0, 0, -1, -1, 0), 'io_uring': (425, 1, 0), 'userfaultfd': (323, 0),
         'ptrace': (101, 0, 0, 0, 0), 'mount': (165, b'x', b'/tmp', b'tmpfs', 0, 0)}}
if platform.machine() == 'x86_64':
    for name, call in calls.items():
        if libc.syscall(*call) >= 0: print('allowed', name)
"""
OTHERS = """
import os
for pid in filter(str.isdigit, os.listdir('/proc')):
    if int(pid) == os.getpid(): continue
    for name in ('mem', 'environ', 'maps', 'fd', 'root/', 'cwd/'):
        path = f'/proc/{{pid}}/{{name}}'
        try:
            print(path, os.listdir(path) if name.endswith(('/', 'd')) else
                  os.read(os.open(path, os.O_RDWR if name == 'mem' else os.O_RDONLY), 99))
        except OSError as error: pass
"""

KEPT: dict[str, Attack] = {
    "kept_names": kept(38, "KEPT = []", "KEPT.append(a)", "KEPT"),
    "kept_module": kept(38, "np.kept = []", "np.kept.append(a)", "np.kept"),
    "kept_file": kept(38, "", "open('kept', 'a').write(repr(a))", "open('kept').read()"),
    "kept_shm": kept(
        38, "", "open('/dev/shm/kept', 'a').write(repr(a))", "open('/dev/shm/kept').read()"
    ),
    "kept_mmap": kept(
        38,
        "import mmap\nshared = mmap.mmap(-1, 4096)",
        "shared.seek(0); shared.write(repr(a).encode()[:4000])",
        "shared[:4000].strip(b'\\0')",
    ),
    "kept_pipe": kept(
        38, FORKED, "os.write(theirs, repr(a).encode()[:4000])", "os.read(ours, 4000)"
    ),
    "kept_memfd": kept(
        38,
        "import os\nshared = os.memfd_create('kept')",
        "os.pwrite(shared, repr(a).encode(), 0)",
        "os.pread(shared, 4000, 0)",
    ),
    "kept_child": kept(
        38,
        "import os\nto, back = os.pipe(), os.pipe()\nos.set_blocking(back[0], False)\n"
        "if not os.fork():\n    os.write(back[1], os.read(to[0], 4000)); os._exit(0)",
        "os.write(to[1], repr(a).encode()[:4000]); import time; time.sleep(0.05)",
        "os.read(back[0], 4000)",
    ),
    "kept_thread": kept(
        38,
        "import queue, threading\nasked, told = queue.Queue(), []\n"
        "threading.Thread(target=lambda: told.append(asked.get()), daemon=True).start()",
        "asked.put(a)",
        "told",
    ),
    "kept_socket": kept(
        39,
        "import socket\nbox = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)\n"
        "box.bind('\\0kept'); box.setblocking(False)",
        "box.sendto(repr(a).encode()[:4000], '\\0kept')",
        "box.recv(4000)",
    ),
    "kept_sysv": kept(
        38,
        "import ctypes\nlibc = ctypes.CDLL(None); libc.shmat.restype = ctypes.c_void_p\n"
        "place = libc.shmat(libc.shmget(77, 4096, 0o1600), None, 0)",
        "ctypes.memmove(place, repr(a).encode().ljust(99)[:99], 99)",
        "place and ctypes.string_at(place, 99).strip(b'\\0')",
    ),
    "kept_history": kept(
        21, "", "In.append(repr(a))", "[text for text in In if text.startswith('(')]"
    ),
    "kept_link": Attack(
        38,
        (
            LINK + "link = socket.socket(fileno=os.dup(link.fileno()))\n"
            "def keep(*a):\n    send({{'ok': True, 'outputs': [{{'output_type': 'stream', "
            "'text': 'LEA' + 'KED' + repr(a)[:99]}}]}})\n    return 0",
        ),
        ALL,
    ),
    "kept_output": kept(63, "", "print('LEA' + 'KED', a)", "None"),
    "kept_error": Attack(
        63, ("def tell(*a): raise ValueError('LEA' + 'KED', a)",), "tell(*locals().values())"
    ),
}

REACHING: dict[str, Attack] = {
    "other_processes": Attack(25, (OTHERS,)),
    "descriptors": Attack(
        40,
        (
            "import os\nfor n in range(3, 256):\n    try:\n        os.set_blocking(n, False)\n"
            "        print(n, os.readlink(f'/proc/self/fd/{{n}}'), os.read(n, 99))\n"
            "    except OSError: pass",
        ),
    ),
    "sockets_of_others": Attack(
        39,
        (
            "import socket\nfor line in open('/proc/net/unix').read().splitlines()[1:]:\n"
            "    name = line.split()[-1].replace('@', '\\0', 1)\n"
            "    try: socket.socket(socket.AF_UNIX).connect(name); print('reached', name)\n"
            "    except OSError: pass",
        ),
    ),
    "connection_file": Attack(
        40,
        (
            "import glob, json\nfor path in glob.glob('/**/kernel-*.json', recursive=True):\n"
            "    print(json.load(open(path)))",
        ),
    ),
    "traced": Attack(
        41,
        (
            "import ctypes, os\nlibc = ctypes.CDLL(None)\nfor pid in {{1, os.getppid()}}:\n"
            "    print('attached', pid) if pid and libc.ptrace(16, pid, 0, 0) == 0 else None",
        ),
    ),
    "system_calls": Attack(41, (SYSCALLS,)),
    "neighbours": Attack(
        19,
        (
            "import glob, os\nfor path in glob.glob('{root}/grading/submitted/*/*/*'):\n"
            "    try: os.remove(path)\n    except OSError: pass",
        ),
    ),
    "outside": Attack(
        36,
        (
            "for path in ('/tmp', '/var/tmp', '/usr', '/', '/dev', '/course', '{root}'):\n"
            "    try: open(path + '/gotcha', 'w').write('x'); print('wrote', path)\n"
            "    except OSError: pass",
        ),
    ),
    "many_children": Attack(
        33,
        (
            "import os, time\nfor _ in range(5):\n    if not os.fork():\n"
            "        kept = bytearray(200 << 20); time.sleep(1); os._exit(0)",
        ),
    ),
    "memory_files": Attack(
        33,
        (
            "import os\nfiles = [os.memfd_create(str(n)) for n in range(8)]\n"
            "for file in files:\n    for _ in range(8): os.write(file, bytes(1 << 20))",
        ),
    ),
    "pipes": Attack(
        33,
        (
            "import fcntl, os\npipes = [os.pipe() for _ in range(60)]\nfor _, end in pipes:\n"
            "    os.set_blocking(end, False); fcntl.fcntl(end, 1031, 1 << 20)\n"
            "    os.write(end, bytes(1 << 20))",
        ),
    ),
    "threads": Attack(
        34,
        (
            "import threading, time\nfor _ in range(300):\n"
            "    threading.Thread(target=time.sleep, args=(2,), daemon=True).start()",
        ),
    ),
    "worker_stopped": Attack(34, ("import os",), "os.kill(os.getppid(), 19) or 0"),
    "one_big_file": Attack(36, ("open('big', 'wb').write(bytes(100 << 20))",)),
}

ISOLATION = KEPT | REACHING
