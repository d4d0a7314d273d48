"""How many connected pieces a picture of decisions has."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike, NDArray

from autograder.exercise import Exercise

from .common import Cases

Grid = NDArray[np.int64]

count_regions = Exercise("count_regions", target="count_regions", title="Decision regions")


@count_regions.reference
def count_regions_reference(grid: ArrayLike) -> int:
    """Count the regions by taking one after the other off the grid."""
    left = dict(np.ndenumerate(np.asarray(grid)))
    n_regions = 0
    while left:
        n_regions += 1
        start, label = left.popitem()
        border = [start]
        while border:
            row, column = border.pop()
            beside = ((row, column - 1), (row, column + 1))
            for cell in ((row - 1, column), (row + 1, column), *beside):
                if cell in left and left[cell] == label:
                    del left[cell]
                    border.append(cell)
    return n_regions


def stripes(rng: Generator, *labels: int) -> Grid:
    """Return upright stripes two or three cells wide: as many regions as labels."""
    row = np.repeat(labels, rng.integers(2, 4, size=len(labels)))
    return np.tile(row, (int(rng.integers(3, 6)), 1))


def island(outside: int, ring: int, inside: int) -> Grid:
    """Return a lake in a ring in a sea: three regions, without a corner that touches."""
    grid = np.full((6, 7), outside)
    grid[1:5, 1:6] = ring
    grid[2:4, 2:5] = inside
    return grid


def comb(n_teeth: int) -> Grid:
    """Return a comb whose teeth meet only in its last row."""
    grid = np.zeros((5, 2 * n_teeth - 1), dtype=int)
    grid[:, ::2] = grid[-1] = 1
    return grid


def snake(n_turns: int) -> Grid:
    """Return one region that winds from side to side, and a region in each bay.

    It is never a square: on its side it has more rows than columns.
    """
    grid = np.zeros((2 * n_turns + 1, 2 * n_turns + 3), dtype=int)
    grid[::2] = grid[1::4, -1] = grid[3::4, 0] = 1
    return grid


@count_regions.check(
    "stripes and islands are counted, of both classes",
    points=1,
    hint="Three stripes 0, 1, 0 are three regions: class 0 has two of them.",
)
def _(rng: Generator) -> Cases:
    # Each grid also with its labels exchanged, and lying on its side.  Odd numbers of stripes
    # have the same label at both ends, which lie far apart.
    for labels in ((0, 1, 0), (1, 0, 1, 0, 1)):
        grid = stripes(rng, *labels)
        yield (grid,)
        yield (grid.T,)
        yield (1 - grid,)
    yield (island(0, 1, 0),)
    yield (island(1, 0, 1),)
    yield (np.full((3, 4), rng.integers(2)),)


@count_regions.check(
    "cells that touch only at a corner are not connected",
    points=1,
    hint="The grid [[0, 1], [1, 0]] has four regions.",
)
def _(rng: Generator) -> Cases:
    # Steps in both directions, and two blocks that meet in one point.
    n_rows = 2 * int(rng.integers(1, 3)) + 1
    yield (np.indices((n_rows, n_rows + 2)).sum(axis=0) % 2,)
    n = int(rng.integers(3, 7))
    yield (np.eye(n, dtype=int),)
    blocks = np.kron([[1, 0], [0, 1]], np.ones((2, 3), dtype=int))
    yield (blocks,)
    yield (blocks[::-1],)


@count_regions.check(
    "any integers, lists, single rows and single cells are fine; nothing is changed",
    points=1,
    hint="Classes may be -1 or 7 as well. A region ends wherever the class changes.",
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    # -1 is in because it is a favourite mark for cells already seen.
    others = rng.choice([-7, -4, 2, 3, 5, 8, 1000], size=3, replace=False)
    a, b, c = (int(label) for label in others)
    yield (stripes(rng, -1, a, -1, b, c, a),)
    yield (island(a, -1, b),)
    yield (island(a, b, c).T[::-1],)
    yield (stripes(rng, a, 0, 1, b, 0).tolist(),)
    yield (stripes(rng, b, -1, c, b)[:1],)
    yield ([[a], [b], [b], [a], [-1]],)
    yield ([[int(rng.integers(-3, 4))]],)
    marked = stripes(rng, c, 1, 0, a)
    marked.flags.writeable = False
    yield (marked,)


@count_regions.check(
    "winding regions, and one region of 60 rows and 60 columns, are counted once",
    points=1,
    hint="Draw the letter U as a grid, and the same U upside down. How many regions is each?",
)
def _(rng: Generator) -> Cases:
    # Every side once on top, since a scan that never looks back fails for some sides only.
    # The last grid has more cells than Python allows calls inside each other, which is 1,000,
    # or 3,000 in a notebook whose editor has completed a name.
    for n_turns in range(4):
        yield (np.rot90(comb(int(rng.integers(2, 5))), n_turns),)
        yield (np.rot90(snake(int(rng.integers(3, 6))), n_turns),)
    yield (np.full((60, 60), rng.integers(2)),)
