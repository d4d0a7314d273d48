"""The zeros and ones are written into x itself, so the caller's array is lost.

fails: bump
points: 2
section: Representational power
hint: Call your function twice with the same array. Do you get the same answer?
hint: An assignment to x[...] writes into the array that the caller gave you.
hint: Write into a new array and leave x alone.
"""

import numpy as np


def bump(x, left, right):
    if not isinstance(x, np.ndarray):
        x = np.array(x, dtype=float)
    inside = (left <= x) & (x < right)
    x[...] = inside
    return x
