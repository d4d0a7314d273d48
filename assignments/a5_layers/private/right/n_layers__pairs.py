"""One layer for each pair of neighbours; works for anything that can be walked through."""

from itertools import pairwise


def n_layers(sizes):
    return sum(1 for _ in pairwise(sizes))
