"""The score is compared with the threshold, which belongs to the probability.

fails: predict
points: 0.5
section: Single neuron as a linear classifier
hint: Which probability has a sample with the score 0.3?
hint: A score of 0 is a probability of one half, so 0.3 is already more.
hint: Turn the scores into probabilities before you compare.
"""

import numpy as np


def predict(X, w, b, threshold=0.5):
    z = np.asarray(X, dtype=float) @ np.asarray(w, dtype=float) + b
    return (z > threshold).astype(int)
