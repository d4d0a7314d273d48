"""Each fold adds one piece, as a unit in a wide layer does.

fails: n_linear_pieces
points: 0
section: Representational power
hint: Draw two folds and count.
hint: A unit side by side adds one bend; a unit in depth works on all pieces.
hint: Pieces multiply from fold to fold.
"""


def n_linear_pieces(depth):
    return depth + 1
