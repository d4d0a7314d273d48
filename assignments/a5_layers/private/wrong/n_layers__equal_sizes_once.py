"""Layers of equal size are counted only once.

fails: n_layers
points: 0.5
section: Naming conventions
hint: How many layers has 3-4-4-1?
hint: A set keeps equal numbers only once.
hint: What matters is how many sizes there are, not how many different ones.
"""


def n_layers(sizes):
    return len(set(list(sizes)[1:]))
