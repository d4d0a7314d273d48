"""The output is taken away from 1, but not its square.

fails: tanh_slope
points: 0
section: Commonly used activation functions
hint: Is your slope the same at 1 and at -1? The curve looks the same there.
hint: At -10,000 your slope is 2, where the curve is flat.
hint: One small exponent of the formula is missing.
"""

import numpy as np


def tanh_slope(z):
    return 1 - np.tanh(z)
