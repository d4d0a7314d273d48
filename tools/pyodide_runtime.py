"""A Python runtime for the browser, put together from local folders.

The runtime's lock file says for each package which wheel to load, and its checksum.  Wheels
that were taken from elsewhere have other checksums, and packages without a wheel would be
asked of the public network; so the lock is written anew for exactly the wheels at hand.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

CORE = ("pyodide.asm.mjs", "pyodide.asm.wasm", "pyodide.mjs", "python_stdlib.zip")
LOCK = "pyodide-lock.json"


class RuntimeFault(RuntimeError):
    """The folders do not make a runtime."""


def wheel_name(wheel: Path) -> str:
    """Return the name of the package in a wheel, in the form that indexes use.

    Examples
    --------
    >>> wheel_name(Path("stack_data-0.6.3-py3-none-any.whl"))
    'stack-data'
    """
    return normal(wheel.name.split("-")[0])


def normal(name: str) -> str:
    """Return the one form of a package's name that may be compared."""
    return re.sub(r"[-_.]+", "-", name).lower()


def assemble(runtime: Path, wheels: Iterable[Path], output: Path) -> list[Path]:
    """Write a runtime with the wheels that its lock knows; return the wheels that are left.

    Parameters
    ----------
    runtime : Path
        The unpacked npm package ``pyodide``, or the core of a distribution.
    wheels : iterable of Path
        Wheels of pure Python, or built for this very runtime.
    output : Path
        The folder to write.

    Raises
    ------
    RuntimeFault
        If the runtime is not complete, or a wheel was built for another one.
    """
    missing = [name for name in (*CORE, LOCK) if not (runtime / name).is_file()]
    if missing:
        raise RuntimeFault(
            f"{runtime} lacks {', '.join(missing)}; give the unpacked npm package `pyodide`"
        )
    output.mkdir(parents=True)
    for name in CORE:
        shutil.copy(runtime / name, output)
    lock = json.loads((runtime / LOCK).read_text(encoding="utf-8"))
    found = {wheel_name(wheel): wheel for wheel in wheels}
    refuse_foreign(found.values(), lock["info"])
    known = {name: found.pop(name) for name in sorted(lock["packages"]) if name in found}
    lock["packages"] = {
        name: entry(lock["packages"][name], Path(shutil.copy(wheel, output)))
        for name, wheel in known.items()
    }
    refuse_gaps(lock["packages"])
    (output / LOCK).write_text(json.dumps(lock), encoding="utf-8")
    return sorted(found.values())


def refuse_foreign(wheels: Iterable[Path], info: dict[str, str]) -> None:
    """Raise an error if a wheel is neither pure Python nor built for the runtime."""
    own = f"_{info['abi_version']}_wasm32.whl"
    foreign = [
        wheel.name for wheel in wheels if not wheel.name.endswith(("-none-any.whl", own))
    ]
    if foreign:
        raise RuntimeFault(
            f"not for this runtime: {', '.join(foreign)}; it takes wheels of pure Python "
            f"(`-none-any.whl`) or those that end in `{own}`"
        )


def refuse_gaps(packages: dict[str, dict[str, Any]]) -> None:
    """Raise an error if a package needs one that is not there."""
    needed = {normal(name): by for by, entry in packages.items() for name in entry["depends"]}
    gaps = [f"{name} (for {by})" for name, by in sorted(needed.items()) if name not in packages]
    if gaps:
        raise RuntimeFault(f"no wheel of {', '.join(gaps)}; add it to the folder of wheels")


def entry(package: dict[str, Any], wheel: Path) -> dict[str, Any]:
    """Return what the lock says of a package, for the wheel that is really there."""
    return package | {
        "file_name": wheel.name,
        "version": wheel.name.split("-")[1],
        "sha256": hashlib.sha256(wheel.read_bytes()).hexdigest(),
    }
