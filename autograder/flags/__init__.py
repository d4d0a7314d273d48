"""Facts about submissions that a person may want to look at; none of them changes a mark.

>>> flag, = flags_of({"cells": [{"cell_type": "code", "source": "import socket"}]}, {})
>>> print(flag)
it imports a module that no exercise needs (cell 1, line 1): import socket
"""

from __future__ import annotations

from autograder.flags._edits import flags_of
from autograder.flags._flag import HARMLESS, MEANING, Flag
from autograder.flags._similar import Pair, similar

__all__ = ["HARMLESS", "MEANING", "Flag", "Pair", "flags_of", "similar"]
