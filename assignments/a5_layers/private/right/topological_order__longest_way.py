"""Sorts by the longest way from an input; a way longer than the graph is a cycle. A tuple."""


def topological_order(edges):
    depth = {node: 0 for edge in edges for node in edge}
    for _ in range(len(depth) + 1):
        before = dict(depth)
        for a, b in edges:
            depth[b] = max(depth[b], before[a] + 1)
    if any(d >= len(depth) for d in depth.values()):
        raise ValueError("cycle")
    return tuple(sorted(depth, key=depth.get))
