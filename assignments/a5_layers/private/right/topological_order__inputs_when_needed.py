"""Depth first, backwards: an input joins the list when something needs it."""


def topological_order(edges):
    order = []

    def visit(node, way):
        if node in way:
            raise ValueError("cycle")
        if node not in order:
            for a, b in edges:
                if b == node:
                    visit(a, [*way, node])
            order.append(node)

    for a, b in edges:
        visit(a, [])
        visit(b, [])
    return order
