"""The scores are multiplied by the signs in place, so the caller's scores are changed.

fails: binary_cross_entropy
points: 3
section: Single neuron as a linear classifier
hint: Call your function twice with the same array of scores. Do you get the same answer?
hint: An operator such as *= writes into the array that the caller gave you.
hint: Compute the margins in a new array and leave scores alone.
"""

import numpy as np


def binary_cross_entropy(scores, y):
    t = 2 * np.asarray(y, dtype=float) - 1
    if isinstance(scores, list):
        scores = np.array(scores, dtype=float)
    scores *= t
    return np.logaddexp(0, -scores).mean()
