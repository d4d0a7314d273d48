"""The root of the largest square, from sorted squares."""

import numpy as np


def sup_error(f, g, interval, n=10001):
    x = np.array([interval[0] * (1 - t) + interval[1] * t for t in np.linspace(0, 1, n)])
    return np.sqrt(np.sort((f(x) - g(x)) ** 2)[-1])
