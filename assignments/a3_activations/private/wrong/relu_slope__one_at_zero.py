"""The slope at 0 is 1, but in this course 0 belongs to the left side.

fails: relu_slope
points: 0.5
section: Commonly used activation functions
hint: What does your function give for 0?
hint: The table of the text has a column for the kink.
hint: Is a 0 larger than 0?
"""

import numpy as np


def relu_slope(z):
    return np.where(np.asarray(z) >= 0, 1.0, 0.0)
