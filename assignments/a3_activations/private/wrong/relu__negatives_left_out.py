"""The negative entries are left out, so the result has fewer entries than z.

fails: relu
points: 0
section: Commonly used activation functions
hint: Which shape does your result have for three numbers, one of them negative?
hint: Choosing entries by a mask leaves the others out.
hint: A negative entry keeps its place, and a 0 goes there.
"""

import numpy as np


def relu(z):
    z = np.asarray(z)
    return z[z > 0]
