"""Bends between the pieces: each fold adds 1, 2, 4, ...; pieces are one more."""


def n_linear_pieces(depth):
    bends = sum(2**k for k in range(depth))
    return bends + 1
