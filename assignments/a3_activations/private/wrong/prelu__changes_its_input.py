"""The negative entries of the caller's own array are scaled.

fails: prelu
points: 1.5
section: Commonly used activation functions
hint: Print z before and after the call. Is it the same?
hint: Writing into z writes into the array of whoever called you.
hint: Make a copy first, or build a new array.
"""

import numpy as np


def prelu(z, alpha):
    if isinstance(z, list) or np.asarray(z).dtype.kind == "i":
        z = np.array(z, dtype=float)
    for j in range(z.shape[1]):
        z[:, j] = np.where(z[:, j] > 0, z[:, j], alpha[j] * z[:, j])
    return z
