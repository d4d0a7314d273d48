"""The colours behind the roles of a picture, for light and for dark surroundings.

All hues are from the palette of Okabe and Ito, which readers with any kind of colour
vision can tell apart.  Blue and orange stand for two classes, purple for a third; there is
no green, which would stand against the reddish accent.
"""

from __future__ import annotations

from collections.abc import Mapping

from course_utils.demos.marks import Role

__all__ = ["DARK", "LIGHT"]

LIGHT: Mapping[Role, str] = {
    "curve": "#0072B2",
    "accent": "#B34700",
    "second": "#9A4F82",
    "class0": "#0072B2",
    "class1": "#E69F00",
    "class2": "#9A4F82",
    "muted": "#767676",
}

DARK: Mapping[Role, str] = {
    "curve": "#56B4E9",
    "accent": "#F0A35E",
    "second": "#DE9CC6",
    "class0": "#56B4E9",
    "class1": "#E69F00",
    "class2": "#DE9CC6",
    "muted": "#9A9A9A",
}
