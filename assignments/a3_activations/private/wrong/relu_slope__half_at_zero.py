"""The slope at 0 is one half, as a step to both sides measures it; 0 is asked for.

fails: relu_slope
points: 0.5
section: Commonly used activation functions
hint: What does your function give for 0?
hint: A step to both sides of the kink finds one slope of 0 and one of 1.
hint: The table of the text has a column for the kink.
"""

import numpy as np


def relu_slope(z):
    return np.heaviside(z, 0.5)
