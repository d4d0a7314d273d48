"""The results are written into an array of whole numbers, which cuts off their fractions.

fails: prelu
points: 1.5
section: Commonly used activation functions
hint: Try an array of whole numbers such as np.array([[-1, 2]]).
hint: A copy of whole numbers holds whole numbers, and -0.25 becomes 0.
hint: Ask for floats when you make the copy.
"""

import numpy as np


def prelu(z, alpha):
    a = np.array(z)
    for j in range(a.shape[1]):
        a[:, j] = np.where(a[:, j] > 0, a[:, j], alpha[j] * a[:, j])
    return a
