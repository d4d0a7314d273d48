"""A graph without edges raises an error, and a cycle raises none: the list just ends there.

fails: topological_order
points: 2
section: Neural Network architectures
hint: Try [], then [('h', 'h')]. Which of the two should raise an error?
hint: Without edges the list is empty. Nodes of a cycle wait for each other for ever.
hint: Treat the empty list on its own. When nodes are left and none is ready, raise ValueError.
"""


def topological_order(edges):
    sources, targets = zip(*edges)
    waiting = sorted(set(sources) | set(targets))
    order = []
    while waiting:
        ready = [n for n in waiting if all(a in order for a, b in edges if b == n)]
        if not ready:
            break
        order += ready
        waiting = [n for n in waiting if n not in ready]
    return order
