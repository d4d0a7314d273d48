"""Alpha has no default, so a call without it stops with an error.

fails: leaky_relu
points: 1
section: Commonly used activation functions
hint: Call your function with one argument and read the error.
hint: The first line of your cell lost something.
hint: Keep the first line as it came; it says what alpha is if nobody gives one.
"""

import numpy as np


def leaky_relu(z, alpha):
    z = np.asarray(z)
    return np.where(z > 0, z, alpha * z)
