"""The square is added to 1 instead of taken away.

fails: tanh_slope
points: 0
section: Commonly used activation functions
hint: How steep is the curve at 10,000? What do you return?
hint: Your slope is smallest at 0, and that of tanh is largest there.
hint: Check the sign in front of the square.
"""

import numpy as np


def tanh_slope(z):
    return 1 + np.tanh(z) ** 2
