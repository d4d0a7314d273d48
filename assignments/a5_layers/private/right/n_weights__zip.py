"""Neighbours multiplied, then added."""


def n_weights(sizes):
    return sum(n_in * n_out for n_in, n_out in zip(sizes, sizes[1:]))
