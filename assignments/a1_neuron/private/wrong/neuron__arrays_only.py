"""x and w are assumed to be arrays, so plain lists raise an error.

fails: neuron
points: 4
section: Modeling one neuron
hint: Try neuron([1, 2], [3, -1], 0.5) and read the error.
hint: A list has no @ and no element-wise *; only arrays have.
hint: Turn each argument into an array first; NumPy has a function for that which leaves arrays as they are.
"""

import numpy as np


def neuron(x, w, b):
    z = x @ w + b
    return np.exp(-np.logaddexp(0, -z))
