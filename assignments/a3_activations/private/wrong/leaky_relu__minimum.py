"""The smaller of z and alpha z is taken, so each side gets the other one's branch.

fails: leaky_relu
points: 0
section: Commonly used activation functions
hint: What does your function give for 3? It should be 3.
hint: With a small alpha the smaller of the two is the wrong one, on both sides.
hint: Let the sign of z decide which branch an entry takes.
"""

import numpy as np


def leaky_relu(z, alpha=0.01):
    z = np.asarray(z, dtype=float)
    return np.minimum(z, alpha * z)
