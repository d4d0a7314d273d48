"""Without a second argument alpha is 0.1, and the exercise asks for 0.01.

fails: leaky_relu
points: 1
section: Commonly used activation functions
hint: What does your function give for -1, without an alpha?
hint: The first line of the function says what alpha is by default.
hint: Keep the first line as it came: one hundredth.
"""

import numpy as np


def leaky_relu(z, alpha=0.1):
    z = np.asarray(z)
    return np.where(z > 0, z, alpha * z)
