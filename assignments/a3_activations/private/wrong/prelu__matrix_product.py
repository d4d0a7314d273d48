"""The matrix product adds up all units of a sample; each unit should keep its own number.

fails: prelu
points: 0
section: Commonly used activation functions
hint: Which shape does the negative part have before and after your product?
hint: The operator @ multiplies and adds; here nothing is added.
hint: NumPy has an operator that multiplies entry by entry.
"""

import numpy as np


def prelu(z, alpha):
    z = np.asarray(z)
    return np.maximum(z, 0) + (np.minimum(z, 0) @ np.asarray(alpha))[:, None]
