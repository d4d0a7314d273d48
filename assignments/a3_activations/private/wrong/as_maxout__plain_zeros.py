"""For ReLU a plain 0 stands where arrays in the shapes of W and b are due.

fails: as_maxout
points: 1.5
section: Commonly used activation functions
hint: Print the shape of each part: they should be those of W, b, W and b.
hint: NumPy stretches a single 0, but it is no weight matrix.
hint: NumPy has a function that fills a given shape with zeros.
"""

import numpy as np


def as_maxout(activation, W, b, alpha=0.01):
    W, b = np.asarray(W), np.asarray(b)
    if activation == "relu":
        return 0.0, 0.0, W, b
    return alpha * W, alpha * b, W, b
