"""Sorted by the shortest way from an input, where the longest way decides.

fails: topological_order
points: 1
section: Neural Network architectures
hint: What if one input reaches a node at once and another by a long way?
hint: A node can be close to one input and still need a far one.
hint: A node must wait for the last of the nodes that it needs; and a cycle must be noticed.
"""


def topological_order(edges):
    names = list(dict.fromkeys(name for edge in edges for name in edge))
    targets = {b for _, b in edges}
    order = [n for n in names if n not in targets]
    for node in order:
        order += dict.fromkeys(b for a, b in edges if a == node and b not in order)
    return order + [n for n in names if n not in order]
