"""Without a second argument alpha is 0.1, and the exercise asks for 0.01.

fails: leaky_relu_slope
points: 0.5
section: Commonly used activation functions
hint: What does your function give for -1, without an alpha?
hint: The first line of the function says what alpha is by default.
hint: Keep the first line as it came: one hundredth.
"""

import numpy as np


def leaky_relu_slope(z, alpha=0.1):
    return np.where(np.asarray(z) > 0, 1.0, alpha)
