"""Both exponentials of a large number overflow, and infinity over infinity is nan.

fails: sigmoid
points: 0.5
section: Commonly used activation functions
hint: What does your function give for 1000?
hint: np.exp(1000) is inf, and inf divided by inf is nan.
hint: Choose a form that takes exponentials of negative numbers only.
"""

import numpy as np


def sigmoid(z):
    e = np.exp(np.asarray(z, dtype=float))
    return e / (e + 1)
