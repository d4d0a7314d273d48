"""The bias is missing in the score, so the line passes through the origin.

fails: predict
points: 0
section: Single neuron as a linear classifier
hint: Does b occur in your function?
hint: For a sample of zeros the bias alone decides.
hint: The score of a sample is the weighted sum of its features, and one thing more.
"""

import numpy as np


def predict(X, w, b, threshold=0.5):
    z = np.asarray(X, dtype=float) @ np.asarray(w, dtype=float)
    p = np.exp(-np.logaddexp(0, -z))
    return (p > threshold).astype(int)
