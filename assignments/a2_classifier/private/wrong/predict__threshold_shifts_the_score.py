"""The threshold minus one half is taken for a score, but the way from scores to probabilities is no shift.

fails: predict
points: 2
section: Single neuron as a linear classifier
hint: Which score has the probability 0.1? Is it -0.4?
hint: Your rule is right at one half only.
hint: Turn the scores into probabilities before you compare, or solve sigma(z) = threshold for z.
"""

import numpy as np


def predict(X, w, b, threshold=0.5):
    z = np.asarray(X, dtype=float) @ np.asarray(w, dtype=float) + b
    return (z > threshold - 0.5).astype(int)
