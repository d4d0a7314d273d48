"""Kahn: count what is missing, take what is ready from the front."""

from collections import deque


def topological_order(edges):
    edges = set(edges)
    nodes = {node for edge in edges for node in edge}
    missing = {node: sum(b == node for _, b in edges) for node in nodes}
    ready = deque(node for node in nodes if missing[node] == 0)
    order = []
    while ready:
        node = ready.popleft()
        order.append(node)
        for a, b in edges:
            if a == node:
                missing[b] -= 1
                if missing[b] == 0:
                    ready.append(b)
    if len(order) < len(nodes):
        raise ValueError("cycle")
    return order
