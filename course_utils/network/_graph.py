"""The order in which the neurons of a graph can be computed."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import Any, TypeVar

from course_utils._arguments import whole_number

Node = TypeVar("Node", bound=Hashable)


def topological_order(edges: Iterable[tuple[Node, Node]]) -> list[Node]:
    """List the nodes of a graph so that each comes after all that it depends on.

    Parameters
    ----------
    edges : iterable of pairs (from, to)
        The connections; a pair that comes twice counts once.

    Returns
    -------
    list
        All nodes. The inputs, to which no edge leads, come first, as the edges name them;
        then what is one step away, and so on: nodes of one layer stand together.

    Raises
    ------
    TypeError
        If an edge is not a pair.
    ValueError
        If the edges form a cycle; one is named.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Neural Network architectures": a cycle would be an
    infinite loop in the forward pass. The method is that of Kahn (1962), "Topological
    sorting of large networks".

    Examples
    --------
    >>> topological_order([("h", "y"), ("x1", "h"), ("x2", "h"), ("x1", "y")])
    ['x1', 'x2', 'h', 'y']
    """
    sources, targets = neighbours(edges)
    n_missing = {node: len(before) for node, before in sources.items()}
    order = [node for node, n in n_missing.items() if n == 0]
    for node in order:  # which grows: a node joins as soon as nothing is missing before it
        for target in targets[node]:
            n_missing[target] -= 1
            if n_missing[target] == 0:
                order.append(target)
    if len(order) < len(sources):
        cycle = " -> ".join(map(str, _cycle(sources, set(order))))
        msg = f"the edges form a cycle, {cycle}; a forward pass would run in circles for ever"
        raise ValueError(msg)
    return order


def unroll(
    weights: Mapping[tuple[Node, Node], float], n_steps: int
) -> dict[tuple[tuple[Node, int], tuple[Node, int]], float]:
    """Unroll a graph with cycles in time: as many copies of it as there are steps.

    Parameters
    ----------
    weights : mapping of pairs (from, to) to float
        The connections. A signal takes one step of time for each.
    n_steps : int
        Number of steps.

    Returns
    -------
    dict
        Connections without a cycle: from ``(node, t)`` to ``(node, t + 1)``, all copies with
        the same weight.

    Raises
    ------
    TypeError
        If `n_steps` is not a whole number.
    ValueError
        If it is below 1.

    Notes
    -----
    Elman (1990), "Finding structure in time". The notes stop before recurrent networks.

    Examples
    --------
    >>> for edge, weight in unroll({("x", "h"): 2.0, ("h", "h"): 0.5}, n_steps=2).items():
    ...     print(edge, weight)
    (('x', 0), ('h', 1)) 2.0
    (('h', 0), ('h', 1)) 0.5
    (('x', 1), ('h', 2)) 2.0
    (('h', 1), ('h', 2)) 0.5
    """
    return {
        ((source, step), (target, step + 1)): weight
        for step in range(whole_number(n_steps, name="n_steps"))
        for (source, target), weight in weights.items()
    }


def neighbours(
    edges: Iterable[tuple[Node, Node]],
) -> tuple[dict[Node, list[Node]], dict[Node, list[Node]]]:
    """Return for each node, in the order of first mention, what leads to it and from it."""
    sources: dict[Node, list[Node]] = {}
    targets: dict[Node, list[Node]] = {}
    for source, target in dict.fromkeys(map(_pair, edges)):
        for node in (source, target):
            sources.setdefault(node, [])
            targets.setdefault(node, [])
        sources[target].append(source)
        targets[source].append(target)
    return sources, targets


def _pair(edge: Any) -> tuple[Any, Any]:
    if isinstance(edge, tuple | list) and len(edge) == 2:
        return edge[0], edge[1]
    msg = f"each edge must be a pair (from, to), got {edge!r}"
    raise TypeError(msg)


def _cycle(sources: Mapping[Node, list[Node]], ready: set[Node]) -> list[Node]:
    """Go back from a node that was never ready: what it waits for was not ready either."""
    node = next(node for node in sources if node not in ready)
    way: dict[Node, Node] = {}  # leads from each node back to the one that it waits for
    while node not in way:
        way[node] = next(source for source in sources[node] if source not in ready)
        node = way[node]
    cycle = [node, way[node]]
    while cycle[-1] != node:
        cycle.append(way[cycle[-1]])
    return cycle[::-1]
