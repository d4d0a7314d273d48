"""One sample is treated as a batch of one, so the answer is a list and not a number.

fails: neuron
points: 3
section: Modeling one neuron
hint: What is the shape of your answer for x = [1, 2]?
hint: A sample of shape (n,) must give a plain number; yours has shape (1,).
hint: If you turned x into a matrix, take that extra axis away again, or never add it.
"""

import numpy as np


def neuron(x, w, b):
    z = np.atleast_2d(x) @ np.asarray(w) + b
    return np.exp(-np.logaddexp(0, -z))
