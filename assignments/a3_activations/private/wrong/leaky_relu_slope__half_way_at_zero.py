"""The slope at 0 is the mean of both sides; alpha is asked for.

fails: leaky_relu_slope
points: 0.5
section: Commonly used activation functions
hint: What does your function give for 0?
hint: A step to both sides of the kink mixes two slopes.
hint: The table of the text has a column for the kink.
"""

import numpy as np


def leaky_relu_slope(z, alpha=0.01):
    return alpha + (1 - alpha) * np.heaviside(z, 0.5)
