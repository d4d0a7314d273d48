"""The minus sign in the exponent is missing, so the neuron falls where it should rise.

fails: neuron
points: 0
section: Commonly used activation functions
hint: Should a larger sum make the neuron fire more, or less?
hint: Your answer for a sum of 2 is the right one for a sum of -2.
hint: Compare the exponent in your formula with the one in the notes, sign by sign.
"""

import numpy as np


def neuron(x, w, b):
    z = np.asarray(x) @ np.asarray(w) + b
    return 1 / (1 + np.exp(np.clip(z, -700, 700)))
