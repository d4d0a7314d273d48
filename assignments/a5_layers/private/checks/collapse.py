"""The one layer that does the work of many linear ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise

from .common import Array, Cases, network


def part(function: Any, name: str, Ws: Any, bs: Any) -> Any:
    """Return one of the two parts: a slip in the other one must not cost this point."""
    W, b = function(Ws, bs)
    return W if name == "W" else b


# Products of five matrices in float32 round to about 1e-6 of their largest entries, also
# where an entry is near zero.  Every mistake of the bank is off by more than 0.1.
collapse = Exercise("collapse", target="collapse", title="The collapse", atol=1e-3, call=part)


@collapse.reference
def collapse_reference(Ws: Sequence[ArrayLike], bs: Sequence[ArrayLike]) -> tuple[Any, Any]:
    """Read the one layer off: what the net does to zero is b, to unit vectors W (plus b)."""
    n_in = len(np.transpose(Ws[0]))
    probes = np.hstack([np.zeros((n_in, 1)), np.eye(n_in)])
    for W, b in zip(Ws, bs, strict=True):
        probes = np.asarray(W) @ probes + np.reshape(b, (-1, 1))
    return probes[:, 1:] - probes[:, :1], probes[:, 0]


def nets(rng: Generator) -> Iterable[tuple[list[Array], list[Array]]]:
    """Draw linear networks with two to four layers.

    Equal sizes let products in a wrong order through, and biases that should not be added;
    their numbers must tell.
    """
    for sizes in ((3, 4, 2), (2, 5, 3, 4), (3, 3, 3), (2, 2, 2, 2), (4, 3, 2, 5, 1)):
        yield network(rng, sizes)


@collapse.check(
    "W is the product of all matrices, shape (n_out, n_in)",
    points=1,
    hint="For 3-4-2 the one W has shape (2, 3). Which order of W1 and W2 gives that?",
)
def _(rng: Generator) -> Cases:
    for Ws, bs in nets(rng):
        yield "W", Ws, bs


@collapse.check(
    "b holds what is left of every bias, shape (n_out,)",
    points=1,
    hint="What does the whole net answer to an input of zeros? Follow the first bias.",
)
def _(rng: Generator) -> Cases:
    for Ws, bs in nets(rng):
        yield "b", Ws, bs


@collapse.check(
    "one layer, many, lists, whole numbers and float32; nothing that came in has changed",
    points=1,
    hint="A single layer is its own collapse. Try one layer, then five, then plain lists.",
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    # The second net is deeper than any before, the last one as small as a net can be.
    single, deep = network(rng, (3, 2)), network(rng, (2, 3, 2, 3, 2, 2))
    Ws, bs = network(rng, (3, 2, 4, 3))
    lists = [W.tolist() for W in Ws], [b.tolist() for b in bs]
    small = [W.astype(np.float32) for W in Ws], [b.astype(np.float32) for b in bs]
    whole = [np.rint(3 * W).astype(int) for W in Ws], [np.rint(3 * b).astype(int) for b in bs]
    tiny = network(rng, (1, 1, 1))
    for net in (single, deep, lists, small, whole, tiny):
        yield "W", *net
        yield "b", *net
