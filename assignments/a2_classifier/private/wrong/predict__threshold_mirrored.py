"""The probability is compared with 1 minus the threshold, so a low threshold acts like a high one.

fails: predict
points: 2
section: Single neuron as a linear classifier
hint: With threshold 0.1, does your neuron say 1 more often or less often than with 0.9?
hint: Your rule is right at one half only.
hint: Compare the probability of class 1 with the threshold itself.
"""

import numpy as np


def sigma(z):
    a = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + a), a / (1 + a))


def predict(X, w, b, threshold=0.5):
    z = np.asarray(X, dtype=float) @ np.asarray(w, dtype=float) + b
    return (sigma(z) > 1 - threshold).astype(int)
