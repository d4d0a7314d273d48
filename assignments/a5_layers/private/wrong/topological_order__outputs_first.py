"""The list runs backwards, from the outputs to the inputs.

fails: topological_order
points: 2
section: Neural Network architectures
hint: Which neurons can you compute first?
hint: In an edge (a, b) the signal flows from a to b.
hint: Your order is right for reading from its end: turn it round.
"""


def topological_order(edges):
    names = list(dict.fromkeys(name for edge in edges for name in edge))
    order = []
    while len(order) < len(names):
        ready = [
            n for n in names if n not in order and all(a in order for a, b in edges if b == n)
        ]
        if not ready:
            raise ValueError("cycle")
        order += ready
    return order[::-1]
