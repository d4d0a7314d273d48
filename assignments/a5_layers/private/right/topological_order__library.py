"""The standard library does it, round by round; its error is a ValueError."""

from graphlib import TopologicalSorter


def topological_order(edges):
    sorter = TopologicalSorter()
    for a, b in edges:
        sorter.add(b, a)
    return list(sorter.static_order())
