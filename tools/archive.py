"""Pack the students' tree into one zip: the same bytes whenever the tree is the same.

Everything lies in one folder, so that unpacking it anywhere makes a mess of nothing.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

# One day for all files: the time of a build would make each zip another one.  Not 1980, where a
# zip's time begins: JupyterLab would tell a newcomer that the course is 46 years old.
ONE_DAY = (2026, 1, 1, 0, 0, 0)
PLAIN_FILE = 0o100644 << 16


def archive_path(project: dict[str, object], folder: Path) -> Path:
    """Return where the zip of this version belongs.

    Examples
    --------
    >>> archive_path({"name": "course", "version": "1.2"}, Path("build")).name
    'course-1.2-students.zip'
    """
    return folder / f"{project['name']}-{project['version']}-students.zip"


def pack(tree: Path, archive: Path, top: str) -> Path:
    """Write all files of a folder to a zip and return its path.

    Parameters
    ----------
    tree : Path
        The folder to pack.
    archive : Path
        The zip to write; an earlier one is replaced once the new one is complete.
    top : str
        The folder in which everything lies inside the zip.
    """
    unfinished = archive.with_suffix(".part")
    with zipfile.ZipFile(unfinished, "w") as packed:
        for path in sorted(path for path in tree.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(f"{top}/{path.relative_to(tree).as_posix()}", ONE_DAY)
            entry.external_attr = PLAIN_FILE
            entry.create_system = 3  # whatever system builds it
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, path.read_bytes(), compresslevel=9)
    return unfinished.replace(archive)
