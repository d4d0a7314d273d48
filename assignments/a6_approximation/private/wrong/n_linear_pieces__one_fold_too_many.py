"""It is one doubling ahead: a single fold already counts as two.

fails: n_linear_pieces
points: 0
section: Representational power
hint: How many pieces does your function give for depth 0?
hint: Your numbers are all twice too large.
hint: A line without a fold is one piece; double from there.
"""


def n_linear_pieces(depth):
    return 2 ** (depth + 1)
