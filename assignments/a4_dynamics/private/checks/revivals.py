"""How often a dead unit came back."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise, read_only

from .common import Array, Cases

revivals = Exercise("revivals", target="revivals", title="Revivals")


@revivals.reference
def revivals_reference(dead_history: ArrayLike) -> Any:
    """Count the pairs of neighbouring checks at which a unit was dead, then alive."""
    dead = np.asarray(dead_history)
    return int(np.sum(dead[:-1] & ~dead[1:]))


def life(text: str) -> list[bool]:
    """Read one unit's history: D where it is dead, a dot where it is alive."""
    return [letter == "D" for letter in text]


def histories(*units: str) -> Array:
    """Put several units side by side, one a column."""
    return np.array([life(unit) for unit in units]).T


@revivals.check(
    "for one unit, each change from dead to alive counts once",
    points=1,
    hint="A unit that is alive, dead, alive, dead, alive has come back twice.",
)
def _(rng: Generator) -> Cases:
    # Born dead, ends dead, long and short deaths; never the same number for two mistakes.
    for unit in ("DD.", ".DDD.DD", "D.D.D..D", "....", "DDDDD", "...DD"):
        yield (histories(unit),)
    spells = [letter * rng.integers(1, 5) for letter in "D.D.D.D"]
    yield (histories("".join(spells)),)


@revivals.check(
    "for several units the revivals of all of them add up",
    points=1,
    hint="Count each unit's column on its own, then add the counts.",
)
def _(rng: Generator) -> Cases:
    # One unit comes back three times; some stay dead; checks and units as many in the first.
    units = ["D.D.D.DD", ".DD..DD.", "DDDDDDDD", "........", ".D.....D", "...DDDDD", "DD......"]
    yield (histories(*rng.permutation([*units, "..DDD.DD"])),)
    yield (histories(*rng.permutation(units)),)
    yield (histories(*rng.permutation(units[2:])),)
    yield (histories(".D", ".D", "D.", "DD", ".."),)


@revivals.check(
    "one check, lists, tall and flipped arrays are fine, and nothing changes",
    points=1,
    hint="Try a plain list of lists, then a history with a single row: nobody can come back.",
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    units = rng.permutation([".D.D..", "DDDDD.", "D.DDD.", "...D.D"])
    yield (np.array([[True, False, True]]),)
    yield (histories(*units).tolist(),)
    yield (histories(*units)[::-1],)
    yield (histories(*units)[:, ::2],)
    yield (read_only(histories(*units)),)
    yield (histories(".DDDDDDDDD" * 4, "." * 40),)
