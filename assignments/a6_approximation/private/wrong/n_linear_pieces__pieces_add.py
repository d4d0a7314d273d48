"""Each fold adds two pieces, but a fold doubles all the pieces that are there.

fails: n_linear_pieces
points: 0
section: Representational power
hint: Draw three folds and count.
hint: One and two folds agree with your formula; three folds have eight pieces.
hint: Pieces multiply from fold to fold.
"""


def n_linear_pieces(depth):
    return 2 * depth
