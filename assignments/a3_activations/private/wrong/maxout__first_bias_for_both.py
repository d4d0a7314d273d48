"""Both sums get the first bias, but each has its own.

fails: maxout
points: 1.5
section: Commonly used activation functions
hint: With X all zeros, do you see the larger of the two biases?
hint: Which of the five arguments never occurs in your code?
hint: The second weights come with the second bias.
"""

import numpy as np


def maxout(X, W1, b1, W2, b2):
    X = np.asarray(X)
    return np.maximum(X @ np.transpose(W1) + b1, X @ np.transpose(W2) + b1)
