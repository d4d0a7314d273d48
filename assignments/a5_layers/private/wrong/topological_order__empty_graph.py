"""A graph without edges raises an error, but its order is the empty list.

fails: topological_order
points: 3
section: Neural Network architectures
hint: What does your function return for []?
hint: Look at the line that takes the pairs apart: what is left to unpack if there is none?
hint: Treat the empty list on its own, or collect the names in a loop.
"""


def topological_order(edges):
    sources, targets = zip(*edges)
    waiting = sorted(set(sources) | set(targets))
    order = []
    while waiting:
        ready = [n for n in waiting if all(a in order for a, b in edges if b == n)]
        if not ready:
            raise ValueError("the graph has a cycle")
        order += ready
        waiting = [n for n in waiting if n not in ready]
    return order
