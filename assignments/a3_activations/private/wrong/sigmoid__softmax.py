"""The exponentials are divided by their sum, so each result depends on all the others.

fails: sigmoid
points: 0
section: Commonly used activation functions
hint: Do your results change when another entry of z changes?
hint: The exponentials were made to add up to 1. That is a softmax.
hint: The sigmoid looks at one number at a time: its denominator is 1 plus one exponential.
"""

import numpy as np


def sigmoid(z):
    e = np.exp(np.asarray(z, dtype=float) - np.max(z))
    return e / e.sum()
