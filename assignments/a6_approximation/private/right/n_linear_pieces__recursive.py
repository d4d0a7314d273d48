"""Twice as many as one fold before."""


def n_linear_pieces(depth):
    if depth == 0:
        return 1
    return 2 * n_linear_pieces(depth - 1)
