"""The names are sorted by the alphabet, which knows nothing of arrows.

fails: topological_order
points: 1
section: Neural Network architectures
hint: Does a neuron called a come before its input x?
hint: Your order would change if somebody renamed a neuron.
hint: Only the arrows decide, whatever the names are.
"""


def topological_order(edges):
    return sorted({name for edge in edges for name in edge})
