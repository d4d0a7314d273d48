"""Attempts to leave the sandbox; each is small, bounded, and harmless where it succeeds.

They touch only what the doctor laid out for them: a folder, a process, two sockets.  A cell
sets ``got`` to whether it got through; an exception means that it did not.
"""

from __future__ import annotations

from dataclasses import dataclass

KERNEL = """
import ctypes, os
kernel = ctypes.CDLL(None, use_errno=True)
def allowed(number): return number >= 0 or ctypes.get_errno() not in (1, 13, 38)
"""


@dataclass(frozen=True)
class Attempt:
    """One way to reach or to take what is not the student's.

    Attributes
    ----------
    name : str
        What is tried, in the words of the table.
    cell : str
        The code; ``{folder}``, ``{private}``, ``{others}``, ``{victim}``, ``{grader}``,
        ``{port}``, ``{door}`` and ``{nap}`` stand for what the doctor laid out.
    """

    name: str
    cell: str


ATTEMPTS = (
    Attempt("read a file of the grader's", "got = open('{folder}/secret').read() != ''"),
    Attempt("see what is in the home folder", "import os\ngot = os.path.lexists('{private}')"),
    Attempt("write a file outside", "got = open('{folder}/mark', 'w').write('x') == 1"),
    Attempt(
        "read the grader's environment", "got = open('/proc/{grader}/environ').read() != ''"
    ),
    Attempt(
        "see another process's command",
        "got = 'sleep' in open('/proc/{victim}/cmdline').read()",
    ),
    Attempt(
        "read another submission's files",
        "import glob\ngot = any('theirs' in open(p).read() for p in glob.glob('{others}'))",
    ),
    Attempt("signal another process", "import os\nos.kill({victim}, 0)\ngot = True"),
    Attempt(
        "trace another process",
        KERNEL + "got = kernel.ptrace(16, {victim}, 0, 0) == 0\n"
        "if got: os.waitpid({victim}, 0); kernel.ptrace(17, {victim}, 0, 0)",
    ),
    Attempt(
        "connect to a port of this machine",
        "import socket\nsocket.create_connection(('127.0.0.1', {port}), 1)\ngot = True",
    ),
    Attempt(
        "connect to an abstract socket",
        "import socket\ns = socket.socket(socket.AF_UNIX)\ns.connect('\\0{door}')\ngot = True",
    ),
    Attempt(
        "start 60 processes with 40 allowed",
        "import subprocess\nnap = lambda: subprocess.Popen(['sleep', '{nap}'])\n"
        "kept = [nap() for _ in range(60)]\nimport time; time.sleep(0.4)\ngot = True",
    ),
    Attempt(
        "take 600 MB in one process with 400 allowed",
        "kept = bytearray(600 << 20)\ngot = True",
    ),
    Attempt(
        "take 600 MB in four with 400 allowed",
        # each says when it holds its part: a slow machine must not look like an open one
        "import subprocess, sys, time\n"
        "eat = 'import time; b = bytearray(b\"1\") * (150 << 20)\\n'\n"
        "eat += 'print(1, flush=True); time.sleep(9)'\n"
        "start = lambda: subprocess.Popen([sys.executable, '-c', eat], stdout=-1)\n"
        "kept = [start() for _ in range(4)]\n"
        "got = all(p.stdout.readline() for p in kept)\ntime.sleep(1)",
    ),
    Attempt(
        "write one file of 12 MB with 8 allowed",
        "with open('one', 'wb') as f: f.write(bytes(12 << 20))\ngot = True",
    ),
    Attempt(
        "write 12 files of 1 MB with 8 MB allowed",
        "for i in range(12):\n    with open(str(i), 'wb') as f: f.write(bytes(1 << 20))\n"
        "got = True",
    ),
    Attempt(
        "keep a file in memory alone", "import os\nos.close(os.memfd_create('x'))\ngot = True"
    ),
    Attempt(
        "make a user namespace",
        KERNEL + "child = os.fork()\n"
        "if child == 0: os._exit(0 if kernel.unshare(0x10000000) == 0 else 1)\n"
        "got = os.waitpid(child, 0)[1] == 0",
    ),
    Attempt(
        # a file system that does not exist: who may mount is told that, and nothing happens
        "mount a file system",
        KERNEL + "got = allowed(kernel.mount(b'none', b'/', b'no-such', 0, None))",
    ),
    Attempt(
        "use the kernel's io_uring",
        KERNEL + "got = allowed(kernel.syscall(425, 1, None))",
    ),
    Attempt("become another user", "import os\nos.setuid(0 if os.getuid() else 1)\ngot = True"),
    Attempt(
        "outlive the submission",
        # the pipe closes when the other program has begun
        "import os\nreading, writing = os.pipe()\n"
        "if os.fork() == 0:\n    os.setsid()\n    if os.fork() == 0:\n"
        "        os.execv('/bin/sleep', ['sleep', '{nap}'])\n    os._exit(0)\n"
        "os.close(writing)\nos.read(reading, 1)\ngot = 'look'",
    ),
)
