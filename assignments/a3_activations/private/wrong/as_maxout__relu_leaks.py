"""ReLU gets a slope of alpha on the left, but it has no alpha.

fails: as_maxout
points: 0.5
section: Commonly used activation functions
hint: What must come out for "relu" if the sum is -10?
hint: Does your code ever look at the name of the activation?
hint: For "relu" the left piece is 0 for every input.
"""

import numpy as np


def as_maxout(activation, W, b, alpha=0.01):
    W, b = np.asarray(W), np.asarray(b)
    return alpha * W, alpha * b, W, b
