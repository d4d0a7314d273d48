"""The caller's own list of edges is emptied on the way.

fails: topological_order
points: 3
section: Neural Network architectures
hint: Print your edges before and after the call.
hint: Taking edges away is a fine method, but this list belongs to the caller.
hint: Work on a copy of the list.
"""


def topological_order(edges):
    names = list(dict.fromkeys(name for edge in edges for name in edge))
    order = []
    while len(order) < len(names):
        ready = [n for n in names if n not in order and all(b != n for _, b in edges)]
        if not ready:
            raise ValueError("cycle")
        order += ready
        for edge in list(edges):
            if edge[0] in ready:
                edges.remove(edge)
    return order
