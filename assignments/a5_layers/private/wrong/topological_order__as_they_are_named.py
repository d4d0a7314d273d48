"""Nodes are listed as the edges name them, without asking what they need.

fails: topological_order
points: 1
section: Neural Network architectures
hint: What if the edges come in another order?
hint: Your list depends on how the edges are sorted.
hint: Before a node joins the list, look at all arrows that lead to it.
"""


def topological_order(edges):
    return list(dict.fromkeys(name for edge in edges for name in edge))
