"""It counts the bends, and there is always one piece more.

fails: n_linear_pieces
points: 0
section: Representational power
hint: How many pieces has a line with one bend?
hint: Your result for one fold is 1: that is the bend in the middle.
hint: Add the piece after the last bend.
"""


def n_linear_pieces(depth):
    return 2**depth - 1
