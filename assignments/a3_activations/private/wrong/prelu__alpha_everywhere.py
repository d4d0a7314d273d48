"""All numbers are multiplied by their alpha, the positive ones too.

fails: prelu
points: 0
section: Commonly used activation functions
hint: What does your function give for z = 3?
hint: A straight line through 0 has no kink.
hint: Alpha belongs to one side only.
"""

import numpy as np


def prelu(z, alpha):
    return np.asarray(z) * np.asarray(alpha)
