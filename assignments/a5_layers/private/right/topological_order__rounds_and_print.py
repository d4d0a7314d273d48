"""Repeats a walk over all nodes until nothing moves; prints."""


def topological_order(edges):
    names = []
    for edge in edges:
        for name in edge:
            if name not in names:
                names.append(name)
    order = [n for n in names if all(b != n for _, b in edges)]
    moved = True
    while moved:
        moved = False
        for n in names:
            if n not in order and all(a in order for a, b in edges if b == n):
                order.append(n)
                moved = True
        print(order)
    if len(order) != len(names):
        raise ValueError(f"cycle among {[n for n in names if n not in order]}")
    return order
