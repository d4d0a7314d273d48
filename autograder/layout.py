"""How an array lies in memory: a student's code may depend on it, so it crosses as well."""

from __future__ import annotations

import numpy as np


def layout_of(array: np.ndarray) -> str:
    """Say how an array lies in memory: C, F or strided, and whether it is read-only."""
    order = "C" if array.flags.c_contiguous else "F" if array.flags.f_contiguous else "strided"
    return order if array.flags.writeable else f"{order} read-only"


def arranged(array: np.ndarray, layout: str) -> np.ndarray:
    """Give an array the layout that `layout_of` named: a student's code may depend on it."""
    if layout.startswith("F"):
        array = np.asfortranarray(array)
    elif layout.startswith("strided") and array.ndim:
        spread = np.zeros((*array.shape[:-1], 2 * array.shape[-1]), array.dtype)
        spread[..., ::2] = array
        array = spread[..., ::2]
    array.flags.writeable = not layout.endswith("read-only")
    return array
