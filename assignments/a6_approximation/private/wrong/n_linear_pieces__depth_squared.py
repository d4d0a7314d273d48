"""The depth is squared, where 2 is to be raised to the depth.

fails: n_linear_pieces
points: 0
section: Representational power
hint: Draw one fold and count.
hint: Which number is the base, and which the exponent?
hint: The number of folds is the exponent.
"""


def n_linear_pieces(depth):
    return depth**2
