"""The exponent has the wrong sign, so large numbers give 0 and small ones give 1.

fails: sigmoid
points: 0
section: Commonly used activation functions
hint: Does your curve rise or fall from left to right?
hint: At ln 3 the result should be above one half.
hint: In the formula the exponent is the negative of z.
"""

import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(np.asarray(z, dtype=float)))
