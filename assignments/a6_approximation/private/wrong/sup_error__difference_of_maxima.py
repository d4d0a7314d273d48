"""The largest values of f and g are compared, wherever they are.

fails: sup_error
points: 1
section: Representational power
hint: Can two curves of equal height be far apart?
hint: You take the largest of each curve first and subtract then.
hint: Subtract point by point first.
"""

import numpy as np


def sup_error(f, g, interval, n=10001):
    x = np.linspace(interval[0], interval[1], n)
    return abs(np.max(np.abs(f(x))) - np.max(np.abs(g(x))))
