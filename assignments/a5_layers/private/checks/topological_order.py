"""An order in which all neurons of a graph can be computed.

A graph has many right orders, so the checks ask for their properties: each has a `call` that
hands the edges to the student's function and says what is true of the list that comes back.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.random import Generator

from autograder.exercise import Exercise

from .common import Cases

topological_order = Exercise(
    "topological_order", target="topological_order", title="An order for a graph"
)

Edges = Sequence[tuple[Any, Any]]


@topological_order.reference
def topological_order_reference(edges: Edges) -> list[Any]:
    """Take away, round after round, the nodes that wait for none of the others."""
    waiting = {node: {a for a, b in edges if b == node} for edge in edges for node in edge}
    order: list[Any] = []
    while waiting:
        ready = [node for node in waiting if waiting[node] <= set(order)]
        if not ready:
            msg = "the edges form a cycle"
            raise ValueError(msg)
        order += ready
        waiting = {node: waiting[node] for node in waiting if node not in ready}
    return order


def listed(function: Any, edges: Edges) -> Any:
    """Return the student's list, or None if nothing was returned.

    Raises
    ------
    TypeError
        If something came that is no list.
    """
    order = function(edges)
    if order is not None and type(order) not in (list, tuple):
        msg = "it must return a list of nodes"
        raise TypeError(msg)
    return order


def plain(node: Any) -> Any:
    """Read a node; a string of NumPy's stays in the student's process until it is asked."""
    return node if isinstance(node, str | int | np.integer) else node.item()


def complete(function: Any, edges: Edges) -> Any:
    """Tell whether every node is in the list exactly once, and nothing else is."""
    order = listed(function, edges)
    if order is None:
        return None
    names = [plain(node) for node in order]
    return len(names) == len(set(names)) and set(names) == set(nodes(edges))


def in_order(function: Any, edges: Edges) -> Any:
    """Tell whether every arrow leads from earlier in the list to later."""
    order = listed(function, edges)
    if order is None:
        return None
    places = {plain(node): place for place, node in enumerate(order)}
    return all(places.get(a, np.inf) < places.get(b, -np.inf) for a, b in edges)


def accepts(function: Any, edges: Edges) -> bool:
    """Call the function and say that it took the edges, whatever it returned."""
    function(edges)
    return True


def nodes(edges: Edges) -> list[Any]:
    """Return all names, each once, as the edges mention them."""
    return list(dict.fromkeys(node for edge in edges for node in edge))


def named(rng: Generator, *arrows: str) -> list[tuple[str, str]]:
    """Write arrows such as "xh" with longer names, drawn so that no two graphs are alike."""
    number = int(rng.integers(1, 90))
    return [(f"{arrow[0]}{number}", f"{arrow[1]}{number}") for arrow in arrows]


# Networks: x, u, v are inputs, y and z outputs, the rest hidden neurons.  In FULL each arrow
# stands before those it needs.  In SHORTCUT, x reaches y at once and by a long way.
CHAIN = ("by", "ab", "xa")
FULL = ("ay", "by", "xa", "ub", "xb", "ua")
SHORTCUT = ("xy", "xa", "ab", "by", "ub")
LATE = ("xa", "ab", "by", "uy", "vb")
APART = ("xa", "ay", "ub", "bz")


@topological_order.check(
    "every node is in the list exactly once, and the edges have not changed",
    points=1,
    hint="Is your list as long as there are different names? Without edges both counts are 0.",
    call=complete,
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    # Diamonds, parts that no arrow joins, an arrow that comes twice, whole numbers, nothing.
    for graph in (CHAIN, FULL, SHORTCUT, APART):
        yield (named(rng, *graph),)
    yield (named(rng, *FULL, "ay", "xa"),)
    yield ([(5, 3), (3, 1), (5, 1), (4, 3)],)
    yield ([],)


@topological_order.check(
    "each node comes after everything that it needs",
    points=2,
    hint="For every edge (a, b): where does a stand in your list, and where b?",
    call=in_order,
)
def _(rng: Generator) -> Cases:
    # The edges of CHAIN come in the wrong order, those of SHORTCUT lead to y too soon.
    for graph in (CHAIN, FULL, SHORTCUT, LATE, APART):
        yield (named(rng, *graph),)
    yield (named(rng, *SHORTCUT, "xa", "by"),)
    yield ([(5, 3), (3, 1), (5, 1), (4, 3)],)


@topological_order.check(
    "a cycle raises ValueError, and a graph without one does not",
    points=1,
    hint="Try [('h', 'h')], then ('h', 'g') and ('g', 'h'). Two ways to one node are no cycle.",
    call=accepts,
)
def _(rng: Generator) -> Cases:
    # Cycles of one, two and three; behind an input, before an output, and all by themselves.
    yield (named(rng, *FULL),)
    yield (named(rng, "xh", "hh", "hy"),)
    yield (named(rng, "hg", "gh"),)
    yield (named(rng, "xa", "ab", "bc", "ca", "cy"),)
    yield (named(rng, *APART, "cd", "dc"),)
    yield (named(rng, *SHORTCUT),)
