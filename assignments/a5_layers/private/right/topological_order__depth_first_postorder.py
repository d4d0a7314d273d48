"""Depth first with three colours, in reverse."""


def topological_order(edges):
    after = {}
    for a, b in edges:
        after.setdefault(a, []).append(b)
        after.setdefault(b, [])
    colour, done = {}, []

    def visit(node):
        if colour.get(node) == "grey":
            raise ValueError(f"a cycle through {node}")
        if node not in colour:
            colour[node] = "grey"
            for other in after[node]:
                visit(other)
            colour[node] = "black"
            done.append(node)

    for node in after:
        visit(node)
    return done[::-1]
