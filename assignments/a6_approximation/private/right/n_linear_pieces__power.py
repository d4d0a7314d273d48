"""Two to the power of the depth."""


def n_linear_pieces(depth):
    return 2**depth
