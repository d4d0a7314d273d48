"""The signs of f and g are removed before they are subtracted, so 3 and -3 are no distance apart.

fails: sup_error
points: 1
section: Representational power
hint: How far apart are 3 and -3? What does your function say?
hint: You compare the sizes of two curves, and not their heights.
hint: Subtract first, then remove the sign.
"""

import numpy as np


def sup_error(f, g, interval, n=10001):
    x = np.linspace(interval[0], interval[1], n)
    return np.max(np.abs(np.abs(f(x)) - np.abs(g(x))))
