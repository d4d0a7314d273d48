"""Those we compare with.  Each module here needs its library, so it is loaded on demand."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

REMEDIES = {
    "pytorch": "PyTorch: make peers installs it",
    "scikit_learn": "scikit-learn: make test installs it",
    "xla": "JAX: make peers installs it",
}


def load(name: str) -> ModuleType | None:
    """Return a module of this package, or None if its library is not installed.

    Parameters
    ----------
    name : {"pytorch", "xla", "scikit_learn"}
        Which one.

    Returns
    -------
    module or None
        A module with the functions that the comparison needs.
    """
    try:
        return import_module(f"benchmarks.peers.{name}")
    except ModuleNotFoundError as error:
        if str(error.name).startswith("benchmarks"):
            raise
        return None
