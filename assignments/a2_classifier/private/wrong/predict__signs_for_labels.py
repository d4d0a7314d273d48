"""The answers are -1 and +1, where labels 0 and 1 are asked for.

fails: predict
points: 0
section: Single neuron as a linear classifier
hint: Which two numbers are labels in this assignment?
hint: The signs t belong into the loss. A decision is a label y.
hint: Where you return -1, a 0 is asked for.
"""

import numpy as np


def predict(X, w, b, threshold=0.5):
    z = np.asarray(X, dtype=float) @ np.asarray(w, dtype=float) + b
    p = np.exp(-np.logaddexp(0, -z))
    return np.where(p > threshold, 1, -1)
