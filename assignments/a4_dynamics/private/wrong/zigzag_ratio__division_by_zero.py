"""Python's own division by 0 raises an error for a path that ends where it began.

fails: zigzag_ratio
points: 2
section: Commonly used activation functions
hint: Walk around a square and read the error.
hint: NumPy's numbers give infinity with a warning; Python's own raise an error.
hint: Ask about a line of length 0 before you divide.
"""

import math


def zigzag_ratio(path):
    length = sum(math.dist(a, b) for a, b in zip(path, path[1:]))
    return length / math.dist(path[0], path[-1])
