"""A node is listed again for every way that leads to it.

fails: topological_order
points: 2
section: Neural Network architectures
hint: How often does each name occur in your list?
hint: Two arrows to one neuron do not make two neurons.
hint: Before you add a name, look whether the list has it already.
"""


def topological_order(edges):
    targets = [b for _, b in edges]
    order = []
    layer = list(dict.fromkeys(a for a, _ in edges if a not in targets))
    for _ in range(len(edges) + 2):
        order += layer
        layer = [b for node in layer for a, b in edges if a == node]
    if layer or (edges and not order):
        raise ValueError("cycle")
    return order
