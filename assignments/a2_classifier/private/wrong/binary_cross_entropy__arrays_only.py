"""scores and y are assumed to be arrays, so plain lists raise an error.

fails: binary_cross_entropy
points: 3
section: Single neuron as a linear classifier
hint: Try binary_cross_entropy([1, 2], [0, 1]) and read the error.
hint: A list has no arithmetic for all its entries at once; only arrays have.
hint: Turn each argument into an array first; NumPy has a function for that which leaves arrays as they are.
"""

import numpy as np


def binary_cross_entropy(scores, y):
    t = 2 * y - 1
    return np.logaddexp(0, -t * scores).mean()
