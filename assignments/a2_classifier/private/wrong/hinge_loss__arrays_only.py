"""scores and y are assumed to be arrays, so plain lists raise an error.

fails: hinge_loss
points: 1.5
section: Single neuron as a linear classifier
hint: Try hinge_loss([1, 2], [0, 1]) and read the error.
hint: A list has no arithmetic for all its entries at once; only arrays have.
hint: Turn each argument into an array first; NumPy has a function for that which leaves arrays as they are.
"""

import numpy as np


def hinge_loss(scores, y):
    t = 2 * y - 1
    return np.maximum(0, 1 - t * scores).mean()
