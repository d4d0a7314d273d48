"""All units share the mean of the alphas, but each unit has its own.

fails: prelu
points: 1
section: Commonly used activation functions
hint: Give two columns the same z and different alphas. Do the results differ?
hint: A mean makes one number of all alphas.
hint: Column 1 of z belongs to entry 1 of alpha.
"""

import numpy as np


def prelu(z, alpha):
    z = np.asarray(z)
    return np.where(z > 0, z, np.mean(alpha) * z)
