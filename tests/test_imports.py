"""What the package loads, and what its front door offers."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import course_utils

ROOT = Path(course_utils.__file__).resolve().parent.parent
HEAVY = {
    "matplotlib",
    "ipywidgets",
    "anywidget",
    "nbgrader",
    "nbconvert",
    "IPython",
    "scipy",
    "sklearn",
}


def modules_after(statement: str) -> set[str]:
    """Return the top-level modules that a fresh interpreter has loaded."""
    code = f"{statement}\nimport sys, json; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, cwd=ROOT
    )
    return {name.partition(".")[0] for name in json.loads(done.stdout)}


def test_package_alone_loads_nothing_else() -> None:
    assert not modules_after("import course_utils") & (HEAVY | {"numpy"})


def test_numeric_core_loads_no_plotting() -> None:
    statement = "import course_utils\nfor n in course_utils.__all__: getattr(course_utils, n)"
    loaded = modules_after(statement)

    assert "numpy" in loaded
    assert not loaded & HEAVY


def test_plotting_and_demos_leave_pyplot_alone() -> None:
    code = "import sys, course_utils.demos as d; d.static('neuron'); repr(d.spikes_demo())\n"
    code += "sys.exit('matplotlib.pyplot' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


@pytest.mark.parametrize("name", course_utils.__all__)
def test_front_door_leads_to_the_module(name: str) -> None:
    home = course_utils._MODULE_OF[name]
    assert getattr(course_utils, name) is getattr(import_module(f"course_utils.{home}"), name)


def test_front_door_lists_what_it_offers() -> None:
    assert set(course_utils._MODULE_OF) == set(course_utils.__all__)
    assert course_utils.__all__ == sorted(course_utils.__all__)
    assert set(course_utils.__all__) <= set(dir(course_utils))


def test_stub_offers_the_same_names() -> None:
    stub = ast.parse((ROOT / "course_utils" / "__init__.pyi").read_text(encoding="utf-8"))
    imports = [node for node in stub.body if isinstance(node, ast.ImportFrom)]

    assert {
        alias.name: str(node.module).removeprefix("course_utils.")
        for node in imports
        for alias in node.names
    } == course_utils._MODULE_OF


def test_a_module_can_be_reached_without_an_import_of_its_own() -> None:
    code = "import course_utils; print(course_utils.network.MLP.__name__)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, cwd=ROOT, check=True
    )
    assert done.stdout == b"MLP\n"


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'course_utils' has no attribute 'sigmod'"):
        getattr(course_utils, "sigmod")  # noqa: B009
