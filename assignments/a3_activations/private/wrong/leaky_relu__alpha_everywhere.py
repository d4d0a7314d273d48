"""All numbers are multiplied by alpha, the positive ones too.

fails: leaky_relu
points: 0
section: Commonly used activation functions
hint: What does your function give for 3?
hint: A straight line through 0 has no kink.
hint: Alpha belongs to one side only.
"""

import numpy as np


def leaky_relu(z, alpha=0.01):
    return alpha * np.asarray(z)
