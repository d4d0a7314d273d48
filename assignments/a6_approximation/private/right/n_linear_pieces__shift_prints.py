"""Shifts a one to the left by bits, and prints."""


def n_linear_pieces(depth):
    print(bin(1 << depth))
    return 1 << depth
