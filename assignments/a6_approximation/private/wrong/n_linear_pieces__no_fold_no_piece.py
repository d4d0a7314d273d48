"""Without a fold it gives 0, but an unfolded line is one piece.

fails: n_linear_pieces
points: 0.5
section: Representational power
hint: What does your function give for depth 0?
hint: The line itself is there before the first fold.
hint: Start from one piece.
"""


def n_linear_pieces(depth):
    return 2**depth if depth > 0 else 0
