"""It returns where the curves are farthest apart, and not how far.

fails: sup_error
points: 0
section: Representational power
hint: Is your result a place or a distance?
hint: You return an entry of the grid.
hint: Return the distance at this place.
"""

import numpy as np


def sup_error(f, g, interval, n=10001):
    x = np.linspace(interval[0], interval[1], n)
    return x[np.argmax(np.abs(f(x) - g(x)))]
