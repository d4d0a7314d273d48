"""The settings of the students' tree: its ``pyproject.toml`` and ``environment.yml``.

Students install the helper package from the folder that they were given, and what it needs
stands in one place, the course's own ``pyproject.toml``.
"""

from __future__ import annotations

from collections.abc import Sequence

PROJECT = """\
[build-system]
requires = ["hatchling>=1.24"]
build-backend = "hatchling.build"

[project]
name = "{name}"
version = "{version}"
description = "{description}"
requires-python = "{python}"
dependencies = [
{dependencies}
]

[tool.hatch.build.targets.wheel]
packages = ["course_utils"]
"""
ENVIRONMENT = """\
name: neurons
channels:
  - conda-forge
dependencies:
  - python{python}
  - pip
{dependencies}
  - pip:
      - -e .
"""


def project_text(project: dict[str, object], packages: Sequence[str]) -> str:
    """Return a ``pyproject.toml`` for ``course_utils`` alone.

    Parameters
    ----------
    project : dict
        The ``[project]`` table of the course's own ``pyproject.toml``.
    packages : sequence of str
        What it needs.
    """
    return PROJECT.format(
        name=project["name"],
        version=project["version"],
        description=project["description"],
        python=project["requires-python"],
        dependencies="\n".join(f'  "{package}",' for package in packages),
    )


def student_settings(project: dict[str, object]) -> dict[str, str]:
    """Return the text of ``pyproject.toml`` and ``environment.yml`` for students.

    Parameters
    ----------
    project : dict
        The ``[project]`` table of the course's own ``pyproject.toml``.

    Examples
    --------
    >>> table = {"name": "n", "version": "1", "description": "d"}
    >>> table |= {"requires-python": ">=3.11", "dependencies": ["numpy>=1.26"]}
    >>> "  - numpy>=1.26" in student_settings(table)["environment.yml"]
    True
    """
    packages = project["dependencies"]
    assert isinstance(packages, list)
    environment = ENVIRONMENT.format(
        python=project["requires-python"],
        dependencies="\n".join(f"  - {package}" for package in packages),
    )
    return {"pyproject.toml": project_text(project, packages), "environment.yml": environment}
