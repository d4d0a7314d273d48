"""Without brackets around the denominator, Python divides first and adds the exponential later.

fails: sigmoid
points: 0
section: Commonly used activation functions
hint: What does your function give for 0? It should be one half.
hint: Python divides before it adds.
hint: Which part of your line is the denominator? Put it in brackets.
"""

import numpy as np


def sigmoid(z):
    return 1 / 1 + np.exp(-np.asarray(z, dtype=float))
