"""The largest squared distance is returned, and the distance itself is asked for.

fails: sup_error
points: 0
section: Representational power
hint: What do you return for curves that are 3 apart?
hint: A square removes the sign, but it changes the size as well.
hint: Take the absolute value instead of the square.
"""

import numpy as np


def sup_error(f, g, interval, n=10001):
    x = np.linspace(interval[0], interval[1], n)
    return np.max((f(x) - g(x)) ** 2)
