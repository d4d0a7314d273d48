"""This is the sigmoid itself and not its slope.

fails: sigmoid_slope
points: 0
section: Commonly used activation functions
hint: How steep is the curve at 10,000? What do you return?
hint: A value says how high a curve is; a slope says how fast it rises.
hint: The formula of the text makes the slope of the value.
"""

import numpy as np


def sigmoid_slope(z):
    return np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float)))
