"""Both weights come first and both biases last, but each piece keeps its two parts together.

fails: as_maxout
points: 0
section: Commonly used activation functions
hint: Print the shape of each part: they should be those of W, b, W and b.
hint: The numbers are right, but they come in another order.
hint: Read the order in the text: which part comes second?
"""

import numpy as np


def as_maxout(activation, W, b, alpha=0.01):
    W, b = np.asarray(W), np.asarray(b)
    left = 0.0 if activation == "relu" else alpha
    return left * W, W, left * b, b
