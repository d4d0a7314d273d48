"""Doubles the one piece of depth 0."""


def n_linear_pieces(depth):
    pieces = 1
    for _ in range(depth):
        pieces = pieces + pieces
    return pieces
