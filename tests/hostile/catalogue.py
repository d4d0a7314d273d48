"""Submissions that earn nothing and try to get something: one entry for each way.

The numbers are rows of the course's catalogue of attacks on notebook graders.  Nothing here
touches what it did not make itself, starts more than five processes, or ends any of them;
all of it runs inside the sandbox only.  ``{root}`` stands for the course's folder.
"""

from __future__ import annotations

from tests.hostile.attack import Attack
from tests.hostile.edits import EDITS
from tests.hostile.folders import FOLDERS
from tests.hostile.isolation import ISOLATION
from tests.hostile.protocol import FORGERIES
from tests.hostile.tricks import TRICKS

WORKER = """
import gc
from autograder.worker import Worker
worker = next(o for o in gc.get_objects() if isinstance(o, Worker))
"""
CELLS: dict[str, Attack] = {
    "allclose": Attack(
        1, ("np.allclose = np.isclose = np.array_equal = lambda *a, **k: True",)
    ),
    "builtins": Attack(
        2,
        ("import builtins\nbuiltins.abs = lambda x: 0\nbuiltins.isinstance = lambda *a: True",),
    ),
    "fake_modules": Attack(
        3,
        (
            "import sys, types\nfor name in ('autograder.judge', 'autograder.stock', "
            "'course_utils.comparison'):\n"
            "    fake = sys.modules[name] = types.ModuleType(name)\n"
            "    fake.compare = lambda *a, **k: None\n    fake.points_for = lambda *a: 4.0",
            "def points_for(*a): return 4.0",
        ),
    ),
    "lying_array": Attack(
        4,
        (
            "class Liar(np.ndarray):\n    __eq__ = lambda s, o: True\n"
            "    def __array_function__(s, *a): return True\n"
            "    def __array_ufunc__(s, *a, **k): return True",
        ),
        "np.zeros(1).view(Liar)",
    ),
    "lying_float": Attack(
        5, ("class Liar(float):\n    __sub__ = __rsub__ = lambda s, o: 0.0",), "Liar(0)"
    ),
    "always_equal": Attack(
        6, ("class Liar:\n    __eq__ = lambda s, o: True\n    __hash__ = None",), "Liar()"
    ),
    "lying_class": Attack(
        6,
        (
            "class Liar:\n    __class__ = property(lambda s: np.ndarray)\n"
            "    dtype = np.dtype(float); shape = (2, 3); tobytes = lambda s: bytes(48)",
        ),
        "Liar()",
    ),
    "ast_transformer": Attack(
        7,
        (
            "import ast\nclass Drop(ast.NodeTransformer):\n"
            "    def visit_Raise(s, n): return ast.Pass()\n"
            "    def visit_Assert(s, n): return ast.Pass()\n"
            "get_ipython().ast_transformers.append(Drop())",
        ),
    ),
    "input_transformer": Attack(
        8, ("get_ipython().input_transformers_post.append(lambda lines: ['4.0\\n'])",)
    ),
    "run_cell": Attack(
        9,
        (
            "import types\nip = get_ipython()\n"
            "ip.run_cell = lambda *a, **k: types.SimpleNamespace(success=True)",
        ),
    ),
    "worker_replaced": Attack(
        10,
        (WORKER + "worker.answer = lambda *a: {{'value': ['float', '0x1p+2'], 'after': []}}",),
    ),
    "exceptions_hidden": Attack(
        11,
        (
            "ip = get_ipython()\nip.showtraceback = lambda *a, **k: None\n"
            "ip.set_custom_exc((Exception,), lambda *a, **k: None)",
        ),
        "1 / 0",
    ),
    "display_points": Attack(
        12, ("import sys\ndef claim(): sys.displayhook(1.0); raise ValueError",), "claim()"
    ),
    "nan": Attack(13, (), "float('nan')"),
    "infinity": Attack(14, (), "1e999"),
    "huge_points": Attack(14, ("import sys\nsys.displayhook(1e9)",), "1e9"),
    "clearing_hook": Attack(
        17,
        (
            "from IPython.display import clear_output\n"
            "get_ipython().events.register('post_run_cell', lambda *a: clear_output())",
        ),
    ),
    "read_solution": Attack(
        18,
        (
            "import glob, json\nfor path in glob.glob('{root}/assignments/*/*.ipynb'):\n"
            "    for cell in json.load(open(path))['cells']:\n"
            "        exec(''.join(cell['source']))",
            "print(open('{root}/assignments/tiny/private/checks/__init__.py').read())",
        ),
    ),
    "write_gradebook": Attack(
        19,
        (
            "import sqlite3\nbase = sqlite3.connect('{root}/grading/gradebook.db')\n"
            "base.execute('update grade set manual_score = 4'); base.commit()",
        ),
    ),
    "read_gradebook": Attack(
        20,
        (
            "import sqlite3\nbase = sqlite3.connect('{root}/grading/gradebook.db')\n"
            "print(base.execute('select source from source_cell').fetchall())",
        ),
    ),
    "read_history": Attack(
        21,
        (
            "import sys\ndef look():\n    frame = sys._getframe()\n    while frame:\n"
            "        print(frame.f_code.co_filename, sorted(frame.f_locals))\n"
            "        frame = frame.f_back\n"
            "    print(In[-1], dir()); return 0",
        ),
        "look()",
    ),
    "search_memory": Attack(
        23,
        (
            "import gc\ndef found(*a):\n    for o in gc.get_objects():\n"
            "        if 'reference' in getattr(o, '__name__', ''): return o(*a)\n    return 0",
        ),
        "found(*locals().values())",
    ),
    "environment": Attack(24, ("import os; print(dict(os.environ))",)),
    "proc": Attack(
        25,
        (
            "import glob\nfor path in glob.glob('/proc/*/[ec]*n*'):\n"
            "    try: print(open(path).read())\n    except OSError: pass",
        ),
    ),
    "exit_in_call": Attack(26, ("import os",), "os._exit(0)"),
    "exit_in_cell": Attack(26, ("import os; os._exit(0)",)),
    "exit": Attack(27, ("exit()", "quit()")),
    "sys_exit": Attack(28, ("import sys",), "sys.exit(0)"),
    "endless": Attack(29, ("def spin():\n    while True: pass",), "spin()"),
    "deaf": Attack(
        30,
        (
            "import time\ndef spin():\n    while True:\n        try: time.sleep(60)\n"
            "        except BaseException: pass",
        ),
        "spin()",
    ),
    "blocking": Attack(31, (), "sum(range(10 ** 13))"),
    "memory": Attack(32, (), "bytearray(8 << 30)"),
    "children": Attack(
        34,
        ("import subprocess\nfor _ in range(5): subprocess.Popen(['sleep', '{nap}'])",),
    ),
    "output_flood": Attack(35, ("for _ in range(100): print('x' * 100_000)",)),
    "disk": Attack(36, ("for i in range(64): open(str(i), 'wb').write(bytes(1 << 20))",)),
    "daemon": Attack(
        37,
        ("import subprocess\nsubprocess.Popen(['sleep', '{nap}'], start_new_session=True)",),
    ),
    "thread": Attack(
        38,
        (
            "import threading, time\ndef change():\n    for _ in range(500):\n"
            "        globals()['double'] = lambda x: 2; time.sleep(0.001)\n"
            "threading.Thread(target=change, daemon=True).start()",
        ),
    ),
    "network": Attack(
        39,
        (
            "import urllib.request\n"
            "print(urllib.request.urlopen('http://127.0.0.1:{port}', timeout=1).read())",
        ),
    ),
    "script_output": Attack(
        54,
        (
            "from IPython.display import *\nHTML('<script>gotcha()</script>')",
            "Javascript('x()')",
        ),
    ),
    "numerics": Attack(
        60,
        (
            "import course_utils.neuron",
            "import autograder.judge",
            "from autograder import stock",
        ),
    ),
    "constant_error": Attack(62, ("def fail(): raise ValueError",), "fail()"),
    "no_output": Attack(66, ("import sys\nsys.stdout = None", "print(1)")),
    "no_shell": Attack(66, ("get_ipython().run_cell = lambda *a, **k: 1 / 0",)),
    "large_array": Attack(66, (), "np.zeros(4 << 20)"),
    "shadowed": Attack(66, ("import json, struct\njson.dumps = lambda *a, **k: '{{}}'",)),
    "hooks": Attack(
        67,
        (
            "import atexit, gc, signal, sys\natexit.register(lambda: print('4.0'))\n"
            "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
            "gc.callbacks.append(lambda *a: None)\n"
            "sys.settrace(lambda frame, *a: frame.f_locals.update(value=4.0))",
        ),
    ),
    "shell": Attack(
        68,
        ("!cat {root}/assignments/*/*.ipynb {root}/grading/secret", "%%bash\nenv; ls {root}"),
    ),
}

ATTACKS = CELLS | EDITS | FOLDERS | FORGERIES | ISOLATION | TRICKS
