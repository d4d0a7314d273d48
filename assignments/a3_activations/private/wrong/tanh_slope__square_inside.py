"""z is squared before the tanh is taken, but the output is to be squared.

fails: tanh_slope
points: 0
section: Commonly used activation functions
hint: What is your slope at ln 2? It should be 0.64.
hint: The small 2 stands at tanh, although it is written before the bracket.
hint: Compute the output first, then square it.
"""

import numpy as np


def tanh_slope(z):
    z = np.asarray(z, dtype=float)
    return 1 - np.tanh(z**2)
