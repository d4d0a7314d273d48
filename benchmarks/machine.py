"""The machine: keep to one core of it, and say what it is."""

from __future__ import annotations

import os
import platform
import re
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
ACCELERATE = "VECLIB_MAXIMUM_THREADS"
PACKAGES = ("numpy", "scikit-learn", "torch", "jax")


def keep_to_one_core() -> None:
    """Let this process and its children use one core and one thread.

    Call it before NumPy is imported: its BLAS counts the threads it may use only once.
    """
    for name in (*THREADS, ACCELERATE):
        os.environ[name] = "1"
    if hasattr(os, "sched_setaffinity"):  # Linux; XLA has no other way to be told
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def description() -> dict[str, str]:
    """Return what the figures depend on.

    Returns
    -------
    dict of str to str
        Processor, cores, system, Python, the BLAS, and each package's version.
    """
    installed = {name: _version(name) for name in PACKAGES}
    return {
        "processor": _processor(),
        "cores": f"{os.cpu_count()}, of which one is used",
        "system": platform.platform(terse=True),
        "python": platform.python_version(),
        "blas": _blas(),
        **{name: number for name, number in installed.items() if number},
    }


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _processor() -> str:
    """Return the processor's name; Linux tells it in a file only."""
    cpuinfo = Path("/proc/cpuinfo")
    text = cpuinfo.read_text(encoding="utf-8") if cpuinfo.exists() else ""
    found = re.search(r"^model name\s*:\s*(.+)$", text, flags=re.MULTILINE)
    return found[1] if found else platform.processor() or platform.machine()


def _blas() -> str:
    """Return the library behind ``np.dot`` and, where it tells, the kernels it has chosen."""
    import numpy as np

    try:
        from threadpoolctl import threadpool_info
    except ImportError:
        config = np.show_config(mode="dicts")["Build Dependencies"]["blas"]
        return f"{config['name']} {config['version']}"
    libraries = [one for one in threadpool_info() if one["user_api"] == "blas"]
    ours = [one for one in libraries if "numpy" in one["filepath"]] or libraries
    return " ".join(
        str(ours[0][key]) for key in ("internal_api", "version", "architecture") if ours
    )
