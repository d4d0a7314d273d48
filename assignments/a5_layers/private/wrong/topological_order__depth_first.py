"""Depth first, a node is listed when it is first reached, though it may need others.

fails: topological_order
points: 1
section: Neural Network architectures
hint: Can you compute a neuron as soon as one of its inputs is known?
hint: Your walk follows one way to its end before it looks at other inputs.
hint: A node may join only when every arrow to it comes from the list; and a cycle must be noticed.
"""


def topological_order(edges):
    order = []

    def visit(node):
        if node not in order:
            order.append(node)
            for a, b in edges:
                if a == node:
                    visit(b)

    targets = [b for _, b in edges]
    for node in [n for edge in edges for n in edge if n not in targets]:
        visit(node)
    for node in targets:
        visit(node)
    return order
