"""What the browser edition is tested with: a runtime and wheels from public registries.

npm has the core of the runtime, PyPI the wheels of pure Python.  Neither has NumPy for the
browser, so `docs/browser_edition.md` says what could not be run here.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tarfile
from pathlib import Path

from course_utils.demos.live import Live
from course_utils.demos.neuron import DEMO
from tools.lite import SERVED, Local
from tools.percent import HEADER, to_notebook
from tools.pyodide_runtime import LOCK

RUNTIME = "314.0.6"  # the one that the kernel would take from its CDN; a test compares
KERNEL_NEEDS = ("ipython", "jedi", "micropip", "typing-extensions")
WEIGHTS = (1.0, 1.1)
# The demo's own scripts, in the demo's own widget, with pictures that were drawn beforehand:
# what draws them needs NumPy.
PROBE = """
# %%
%pip install --quiet --no-deps neurons-to-networks
%pip install --quiet anywidget

# %%
import course_utils
print("version", course_utils.__version__, "names", len(course_utils.__all__))

# %%
import json
import anywidget, traitlets
from importlib.resources import files
from pathlib import Path

demos = Path(course_utils.__file__).parent / "demos"
setup, *frames = json.loads(Path("probe.json").read_text("utf-8"))


class Canvas(anywidget.AnyWidget):
    _esm = "".join(
        (demos / f"{name}.js").read_text("utf-8")
        for name in ("drawing", "controls", "hands", "canvas")
    )
    _css = (demos / "canvas.css").read_text("utf-8")
    setup = traitlets.Dict().tag(sync=True)
    frame = traitlets.Dict().tag(sync=True)


def answer(widget, message, buffers):
    if message["kind"] == "set":
        widget.frame = frames[1] | {"heard": message["id"]}


canvas = Canvas(setup=setup, frame=frames[0])
canvas.on_msg(answer)
canvas

# %%
"the kernel has heard the last cell"
"""


def fetch_local(folder: Path) -> Local:
    """Bring runtime and wheels from npm and PyPI to a folder."""
    wheels = folder / "wheels"
    wheels.mkdir(parents=True)
    _run("npm", "pack", "--silent", f"pyodide@{RUNTIME}", f"--pack-destination={folder}")
    with tarfile.open(folder / f"pyodide-{RUNTIME}.tgz") as packed:
        packed.extractall(folder, filter="data")
    lock = json.loads((folder / "package" / LOCK).read_text("utf-8"))["packages"]
    pinned = [f"{name}=={lock[name]['version']}" for name in _with_needs(lock)]
    pip = (sys.executable, "-m", "pip", "download", "--quiet", "--no-deps")
    pure = ("--only-binary=:all:", "--platform=any", "--implementation=py", "--abi=none")
    _run(*pip, *pure, "--python-version=3.14", f"--dest={wheels}", *pinned, *SERVED)
    return Local(folder / "package", wheels)


def _with_needs(lock: dict[str, dict[str, object]]) -> list[str]:
    found: set[str] = set()
    waiting = list(KERNEL_NEEDS)
    while waiting:
        name = waiting.pop().replace("_", "-")
        if name not in found:
            found.add(name)
            needs = lock[name]["depends"]
            assert isinstance(needs, list)
            waiting += needs
    return sorted(found)


def _run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def write_probe(folder: Path) -> None:
    """Write the notebook that tries the package and a demo's front end."""
    setup = Live(DEMO).widget.setup
    frames = [Live(DEMO, weight=weight).widget.frame for weight in WEIGHTS]
    # Python counts the frames; the page drops one that is not newer than the last.
    counted = [frame | {"number": number} for number, frame in enumerate(frames)]
    (folder / "probe.json").write_text(json.dumps([setup, *counted]), "utf-8")
    (folder / "probe.ipynb").write_text(to_notebook(HEADER + PROBE, "probe"), "utf-8")
