"""The slope comes out negative, but the sigmoid rises everywhere.

fails: sigmoid_slope
points: 0
section: Commonly used activation functions
hint: Which sign has the slope of a curve that rises?
hint: Look at the order in the bracket.
hint: The bracket is what is missing from the output to 1, and that is positive.
"""

import numpy as np


def sigmoid_slope(z):
    a = np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float)))
    return a * (a - 1)
