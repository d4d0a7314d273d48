"""Leaky ReLU comes out as plain ReLU: its left piece is 0.

fails: as_maxout
points: 0.5
section: Commonly used activation functions
hint: What must come out for "leaky_relu" if the sum is -10 and alpha is 0.1?
hint: Does your code ever look at the name of the activation?
hint: For leaky ReLU the left piece is a small multiple of the right one.
"""

import numpy as np


def as_maxout(activation, W, b, alpha=0.01):
    return np.zeros(np.shape(W)), np.zeros(np.shape(b)), np.asarray(W), np.asarray(b)
