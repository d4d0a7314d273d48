"""Neurons of one layer are joined to each other as well, and they are not.

fails: n_weights
points: 0
section: Sizing neural networks
hint: Draw 2-3-2. Is there a line between two hidden circles?
hint: Your number is too large by squares of the sizes.
hint: A fully-connected layer has no line inside itself.
"""


def n_weights(sizes):
    between = sum(n_in * n_out for n_in, n_out in zip(sizes, sizes[1:]))
    return between + sum(n * (n - 1) // 2 for n in sizes[1:])
