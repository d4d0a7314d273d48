"""x is multiplied by the weights in place, so the caller's data are changed.

fails: neuron
points: 4
section: Modeling one neuron
hint: Call your function twice with the same x. Do you get the same answer?
hint: An operator such as *= writes into the array that the caller gave you.
hint: Compute the products in a new array and leave x alone.
"""

import numpy as np


def neuron(x, w, b):
    if isinstance(x, list):
        x = np.array(x, dtype=float)
    x *= np.asarray(w)
    z = x.sum(axis=-1) + b
    return np.exp(-np.logaddexp(0, -z))
