"""A cycle is not noticed: a list comes back that leaves its nodes out.

fails: topological_order
points: 3
section: Neural Network architectures
hint: What does your function return for [('h', 'h')]?
hint: Nodes of a cycle wait for each other, so they never join your list.
hint: If nodes are left over and none is ready, raise ValueError.
"""


def topological_order(edges):
    names = list(dict.fromkeys(name for edge in edges for name in edge))
    order = []
    while len(order) < len(names):
        ready = [
            n for n in names if n not in order and all(a in order for a, b in edges if b == n)
        ]
        if not ready:
            break
        order += ready
    return order
