"""This is tanh itself and not its slope.

fails: tanh_slope
points: 0
section: Commonly used activation functions
hint: How steep is the curve at 10,000? What do you return?
hint: A value says how high a curve is; a slope says how fast it rises.
hint: The formula of the text makes the slope of the value.
"""

import numpy as np


def tanh_slope(z):
    return np.tanh(z)
