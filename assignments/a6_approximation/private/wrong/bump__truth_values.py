"""It returns True and False where the numbers 1 and 0 are asked for.

fails: bump
points: 0
section: Representational power
hint: Print what your function returns. Is it a number?
hint: A comparison gives a truth value, which is not what the text asks for.
hint: Turn the truth values into numbers before you return them.
"""

import numpy as np


def bump(x, left, right):
    x = np.asarray(x)
    return (left <= x) & (x < right)
