"""z itself is squared where the output tanh(z) belongs.

fails: tanh_slope
points: 0
section: Commonly used activation functions
hint: What is your slope at 2? Can a rising curve have a negative slope?
hint: 1 - z squared is the slope only if z stands for the output.
hint: The argument is the sum: compute the output from it first.
"""

import numpy as np


def tanh_slope(z):
    return 1 - np.asarray(z, dtype=float) ** 2
