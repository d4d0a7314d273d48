"""By default the grid has only 1,000 points.

fails: sup_error
points: 1
section: Representational power
hint: How many points do you look at if n is not given?
hint: The first line of the function in the text names a default.
hint: Use the default of the text, and pass n on.
"""

import numpy as np


def sup_error(f, g, interval, n=1000):
    x = np.linspace(interval[0], interval[1], n)
    return np.max(np.abs(f(x) - g(x)))
