"""Build the browser edition: a JupyterLite site that needs a web server and no kernel server.

::

    python -m tools.lite                              the Python runtime comes from its CDN
    python -m tools.lite --pyodide FOLDER --wheels FOLDER     no other machine is ever asked

The site holds the students' tree, the course's wheel and the wheels of its widgets.  With
local folders it holds the runtime as well: `docs/browser_edition.md` says what must be there.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
import venv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import nbformat

from tools.lite_start import NoRuntime, write_start_page
from tools.pyodide_runtime import RuntimeFault, assemble, wheel_name
from tools.release import (
    MARKER,
    ROOT,
    ReleaseError,
    project_table,
    refuse_to_replace,
    swap,
    write_tree,
)
from tools.student_project import project_text

MARKER_TEXT = "Built by `python -m tools.lite`, which replaces this folder as a whole.\n"
# What the course needs where there is neither a server nor an editor to install.
IN_BROWSER = ("anywidget", "ipywidgets", "matplotlib", "numpy")
# Pure Python that the runtime's own list lacks: served by the site, whatever the runtime.
SERVED = ("anywidget", "comm", "ipywidgets", "jupyterlab-widgets", "psygnal")
APPS = ("lab", "tree", "notebooks", "edit")
KERNEL = "@jupyterlite/pyodide-kernel-extension:kernel"
INSTALL = """\
# Run this cell first: it brings
# the course's package to your browser.
%pip install --quiet {name}"""


class LiteError(RuntimeError):
    """The site could not be built."""


@dataclass(frozen=True)
class Local:
    """Where runtime and wheels come from, if not from the network."""

    pyodide: Path
    wheels: Path


def run(*command: str | Path, cwd: Path | None = None) -> None:
    """Run a program, quietly unless it fails.

    Raises
    ------
    LiteError
        If it fails; the message holds what it printed.
    """
    clean = {name: text for name, text in os.environ.items() if name != "JUPYTER_PATH"}
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env=clean | {"JUPYTER_PREFER_ENV_PATH": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        words = " ".join(str(word) for word in command[:6])
        raise LiteError(f"`{words} ...` failed:\n{done.stdout}{done.stderr}")


def builder(folder: Path, packages: Sequence[str]) -> Path:
    """Return the Python of an environment that can build the site; make it if need be.

    JupyterLite's kernel is an extension that JupyterLab would load as well, and fail at; so
    the two live apart.

    Parameters
    ----------
    folder : Path
        The environment; one that was made for the same packages is used again.
    packages : sequence of str
        What it must hold.
    """
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp, wanted = folder / "packages.txt", "\n".join(packages)
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != wanted:
        venv.create(folder, clear=True, with_pip=True)
        pip = (python, "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
        run(*pip, *packages)
        stamp.write_text(wanted, encoding="utf-8")
    return python


def packages_of(root: Path) -> list[str]:
    """Return what the builder's environment needs: the extra ``lite`` and both widget kits."""
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    return [*settings["project"]["optional-dependencies"]["lite"], *browser_packages(root)[:2]]


def browser_packages(root: Path) -> list[str]:
    """Return the requirements of the course that concern the browser, in alphabetical order."""
    listed = project_table(root)["dependencies"]
    assert isinstance(listed, list)
    return sorted(entry for entry in listed if entry.startswith(IN_BROWSER))


def course_wheel(root: Path, tree: Path, output: Path) -> None:
    """Build the wheel of ``course_utils`` alone; it asks for nothing that a browser lacks."""
    with tempfile.TemporaryDirectory() as scratch:
        project = Path(scratch)
        shutil.copytree(tree / "course_utils", project / "course_utils")
        text = project_text(project_table(root), browser_packages(root))
        (project / "pyproject.toml").write_text(text, encoding="utf-8")
        build = (sys.executable, "-m", "build", "--wheel", "--no-isolation")
        run(*build, "--outdir", output, project)


def served_wheels(output: Path) -> None:
    """Fetch the newest wheels of the widgets that are pure Python."""
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "--quiet")
    pure = ("--no-deps", "--only-binary=:all:", "--platform=any", "--implementation=py")
    run(*pip, *pure, "--abi=none", "--dest", output, *SERVED)


def write_contents(tree: Path, output: Path, name: str) -> None:
    """Copy what students read and write; each notebook first installs the package."""
    for folder in ("notebooks", "assignments"):
        shutil.copytree(tree / folder, output / folder)
    for path in sorted(output.rglob("*.ipynb")):
        notebook = nbformat.read(path, as_version=4)
        cell = nbformat.v4.new_code_cell(INSTALL.format(name=name), id="install-course")
        notebook.cells.insert(0, cell)
        nbformat.write(notebook, path)


def write_settings(folder: Path, *, alone: bool) -> None:
    """Write the site's configuration; `alone` means that it may ask no other machine."""
    kernel = {KERNEL: {"disablePyPIFallback": True}} if alone else {}
    settings = {
        "jupyter-lite-schema-version": 0,
        "jupyter-config-data": {
            "appName": "Neurons to Networks",
            "litePluginSettings": kernel,
        },
    }
    (folder / "jupyter-lite.json").write_text(json.dumps(settings), encoding="utf-8")


def write_parts(root: Path, tree: Path, local: Local | None, folder: Path) -> None:
    """Lay out what JupyterLite builds from: contents, wheels, runtime and settings.

    Raises
    ------
    LiteError
        If a wheel that the site must serve is not in the folder of wheels.
    RuntimeFault
        If the local folders do not make a runtime.
    """
    (folder / "pypi").mkdir(parents=True)
    write_contents(tree, folder / "contents", str(project_table(root)["name"]))
    course_wheel(root, tree, folder / "pypi")
    write_settings(folder, alone=local is not None)
    if local is None:
        served_wheels(folder / "pypi")
        return
    wheels = sorted(local.wheels.glob("*.whl"))
    if missing := set(SERVED) - {wheel_name(wheel) for wheel in wheels}:
        raise LiteError(f"{local.wheels} lacks the wheels of {', '.join(sorted(missing))}")
    for wheel in assemble(local.pyodide, wheels, folder / "static" / "pyodide"):
        shutil.copy(wheel, folder / "pypi")


def build_site(root: Path, tree: Path, output: Path, local: Local | None = None) -> None:
    """Build the site in `output`, replacing what an earlier build left there.

    Parameters
    ----------
    root : Path
        The course's folder.
    tree : Path
        The students' tree.
    output : Path
        The folder to write; it must be missing, empty, or an earlier build.
    local : Local, optional
        Folders with the runtime and with wheels; by default the runtime's CDN serves them.

    Raises
    ------
    ReleaseError
        If `output` holds something else.
    LiteError
        If a program fails or a wheel is missing.
    RuntimeFault
        If the local folders do not make a runtime.
    NoRuntime
        If the site does not say from where it takes the public one.
    """
    refuse_to_replace(root, output)
    place = output.resolve()
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=place.parent, prefix=".lite-") as scratch:
        parts, site = Path(scratch) / "parts", Path(scratch) / "site"
        write_parts(root, tree, local, parts)
        python = builder(root / "build" / "lite-environment", packages_of(root))
        places = ("--lite-dir", parts, "--output-dir", site, "--contents", parts / "contents")
        apps = [word for app in APPS for word in ("--apps", app)]
        options = ("--no-sourcemaps", "--no-libarchive", *apps)
        run(python, "-m", "jupyterlite_core", "build", *places, *options, cwd=parts)
        write_start_page(site, parts / "contents", alone=local is not None)
        (site / MARKER).write_text(MARKER_TEXT, encoding="utf-8")
        swap(site, place, Path(scratch) / "old")


def lacking(local: Local | None) -> list[str]:
    """Return the packages without which the site opens every lesson and runs none."""
    if local is None:
        return []
    return sorted({"matplotlib", "numpy"} - {wheel_name(w) for w in local.wheels.glob("*.whl")})


def local_folders(options: argparse.Namespace) -> Local | None:
    """Return the local folders that the command line names, both or none."""
    if (options.pyodide is None) != (options.wheels is None):
        raise LiteError("--pyodide and --wheels belong together: give both, or neither")
    if options.pyodide is None:
        return None
    return Local(options.pyodide.resolve(), options.wheels.resolve())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return 1 if there is no site."""
    parser = argparse.ArgumentParser(prog="python -m tools.lite", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--output", type=Path, default=Path("build/lite"))
    parser.add_argument("--pyodide", type=Path, help="folder with the Python runtime")
    parser.add_argument("--wheels", type=Path, help="folder with wheels for the runtime")
    options = parser.parse_args(arguments)
    try:
        local = local_folders(options)
        with tempfile.TemporaryDirectory() as scratch:
            write_tree(ROOT, Path(scratch) / "tree")
            build_site(ROOT, Path(scratch) / "tree", options.output, local)
    except (LiteError, NoRuntime, ReleaseError, RuntimeFault) as error:
        print(error, file=sys.stderr)
        return 1
    if names := lacking(local):
        print(f"without {' and '.join(names)} no lesson runs on this site", file=sys.stderr)
    size = sum(path.stat().st_size for path in options.output.rglob("*") if path.is_file())
    print(f"{size / 1e6:.0f} MB in {options.output}; `python -m http.server -d` serves it")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
