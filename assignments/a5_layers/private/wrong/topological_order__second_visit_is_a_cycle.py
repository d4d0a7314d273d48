"""A node that is reached twice is taken for a cycle, but two ways may lead to it.

fails: topological_order
points: 0
section: Neural Network architectures
hint: Draw x -> a -> y and x -> b -> y. Can it be computed?
hint: A neuron with two inputs is reached twice, and that is no cycle.
hint: A cycle leads back to a node that is still on the present way, not merely to one seen before.
"""


def topological_order(edges):
    order = []

    def visit(node):
        if node in order:
            raise ValueError(f"seen {node} before")
        order.append(node)
        for a, b in edges:
            if a == node:
                visit(b)

    targets = [b for _, b in edges]
    inputs = [n for edge in edges for n in edge if n not in targets]
    for node in dict.fromkeys(inputs or targets):
        visit(node)
    return order
