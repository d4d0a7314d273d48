"""The norm that is called infinity. The grid is in float32."""

import numpy as np


def sup_error(f, g, interval, n=10001):
    x = np.linspace(interval[0], interval[1], n, dtype=np.float32)
    return np.float32(np.linalg.norm(np.subtract(f(x), g(x)), np.inf))
