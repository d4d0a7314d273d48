"""What the levels of a raster look like on white paper."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from course_utils._arrays import Array
from course_utils.demos.marks import STRENGTHS, Raster, Role
from course_utils.demos.palette import LIGHT

__all__ = ["colours"]

STRONGEST = 0.6  # opacity, so that points of the same class stand out from their region
CLASS_ROLES: tuple[Role, ...] = ("class0", "class1", "class2", "muted")


def colours(raster: Raster) -> NDArray[np.float64]:
    """Turn levels into colours.

    Parameters
    ----------
    raster : Raster
        The levels and what they mean.

    Returns
    -------
    ndarray of shape (n_rows, n_columns, 4)
        Red, green, blue and opacity, each from 0 to 1; the lowest row first.

    Examples
    --------
    >>> colours(Raster((0.0, 1.0), (0.0, 1.0), bytes([128, 255]), 2))[0, :, 3].round(2)
    array([0. , 0.6])
    """
    levels = np.frombuffer(raster.levels, np.uint8).reshape(-1, raster.n_columns).astype(int)
    if raster.scale == "classes":
        which, strength = levels // STRENGTHS, levels % STRENGTHS / (STRENGTHS - 1)
        roles = CLASS_ROLES
    elif raster.scale == "two":
        which, strength = (levels > 128).astype(int), np.minimum(abs(levels - 128) / 127, 1)
        roles = ("class0", "class1")
    else:
        which, strength, roles = np.zeros_like(levels), levels / 255, ("curve",)
    table = np.array([_rgb(LIGHT[role]) for role in roles])
    return np.concatenate([table[which], STRONGEST * strength[..., np.newaxis]], axis=-1)


def _rgb(colour: str) -> Array:
    return np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
