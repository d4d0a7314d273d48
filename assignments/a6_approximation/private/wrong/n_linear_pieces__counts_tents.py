"""It counts the tents, and each of them has two pieces.

fails: n_linear_pieces
points: 0
section: Representational power
hint: How many straight sides has one tent?
hint: Your numbers are all half as large as they should be.
hint: Each tent has a side up and a side down.
"""


def n_linear_pieces(depth):
    return 2 ** (depth - 1)
