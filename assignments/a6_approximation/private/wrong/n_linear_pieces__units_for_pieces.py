"""It applies the rule of one wide layer, units plus one, to two units a fold.

fails: n_linear_pieces
points: 0
section: Representational power
hint: Draw two folds and count.
hint: H units side by side make at most H + 1 pieces, but these are not side by side.
hint: See what one more fold does to all the pieces that are there.
"""


def n_linear_pieces(depth):
    return 2 * depth + 1
