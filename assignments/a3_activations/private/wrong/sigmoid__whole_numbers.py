"""The results are written into an array of whole numbers, which cuts off their fractions.

fails: sigmoid
points: 0.5
section: Commonly used activation functions
hint: Try an array of whole numbers such as np.array([1, 2]).
hint: An array made like z holds what z holds, and here these are whole numbers.
hint: Ask for floats when you make the array of results.
"""

import numpy as np


def sigmoid(z):
    z = np.asarray(z)
    a = np.zeros_like(z)
    a[...] = 1 / (1 + np.exp(-z.astype(float)))
    return a
