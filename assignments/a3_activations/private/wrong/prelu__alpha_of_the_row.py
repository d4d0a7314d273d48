"""The alphas run down the rows, but rows are samples and columns are units.

fails: prelu
points: 0
section: Commonly used activation functions
hint: Try z of shape (4, 3) with three alphas and read the error.
hint: It fits only if z is square, and then the numbers are wrong.
hint: NumPy pairs alpha with the last axis by itself; leave its shape alone.
"""

import numpy as np


def prelu(z, alpha):
    z = np.asarray(z)
    return np.where(z > 0, z, np.asarray(alpha)[:, None] * z)
