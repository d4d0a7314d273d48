"""The slope on the left is always 0.01, as in leaky ReLU; the given alphas are not used.

fails: prelu
points: 0
section: Commonly used activation functions
hint: Change an alpha. Does the result change?
hint: In PReLU the slopes come from training, so they are handed over.
hint: Does alpha occur in your formula?
"""

import numpy as np


def prelu(z, alpha):
    z = np.asarray(z)
    return np.where(z > 0, z, 0.01 * z)
