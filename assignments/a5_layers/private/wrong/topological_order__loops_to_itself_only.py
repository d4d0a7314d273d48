"""Only a node with an arrow to itself counts as a cycle; longer cycles are not noticed.

fails: topological_order
points: 3
section: Neural Network architectures
hint: What does your function do with a -> b and b -> a?
hint: A cycle may lead through several nodes.
hint: When nodes are left over and none of them is ready, there is a cycle.
"""


def topological_order(edges):
    names = list(dict.fromkeys(name for edge in edges for name in edge))
    if any(a == b for a, b in edges):
        raise ValueError("cycle")
    order = []
    while len(order) < len(names):
        ready = [
            n for n in names if n not in order and all(a in order for a, b in edges if b == n)
        ]
        if not ready:
            break
        order += ready
    return order
