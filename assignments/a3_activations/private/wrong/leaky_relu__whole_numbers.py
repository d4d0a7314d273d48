"""The results are written into an array of whole numbers, which cuts off their fractions.

fails: leaky_relu
points: 1.5
section: Commonly used activation functions
hint: Try an array of whole numbers such as np.array([-1, 2]).
hint: A copy of whole numbers holds whole numbers, and -0.01 becomes 0.
hint: Ask for floats when you make the copy.
"""

import numpy as np


def leaky_relu(z, alpha=0.01):
    a = np.array(z)
    a[a < 0] = alpha * a[a < 0]
    return a
