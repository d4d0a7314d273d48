"""How many pieces depth makes."""

from __future__ import annotations

from typing import Any

from numpy.random import Generator

from autograder.exercise import Exercise

from .common import Cases

n_linear_pieces = Exercise(
    "n_linear_pieces", target="n_linear_pieces", title="Count the pieces"
)


@n_linear_pieces.reference
def n_linear_pieces_reference(depth: int) -> Any:
    """Double the one piece of an unfolded line, fold by fold."""
    pieces = 1
    for _ in range(depth):
        pieces *= 2
    return pieces


@n_linear_pieces.check(
    "the pieces of one to ten folds",
    points=0.5,
    hint="Draw one fold and two folds. How many straight pieces has each?",
)
def _(_rng: Generator) -> Cases:
    # There are few depths and no luck: everybody gets all of them.
    for depth in range(1, 11):
        yield (depth,)


@n_linear_pieces.check(
    "no fold at all, and as many as 50",
    points=0.5,
    hint="An unfolded line is one piece. For 50 folds a formula is needed, not a drawing.",
)
def _(rng: Generator) -> Cases:
    yield (0,)
    yield (int(rng.integers(30, 45)),)
    yield (50,)
