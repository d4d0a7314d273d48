"""The probabilities themselves come back; no decision has been made.

fails: predict
points: 0
section: Single neuron as a linear classifier
hint: Which two numbers may stand in the answer?
hint: Your numbers lie between 0 and 1. Where does the threshold come in?
hint: Compare each probability with the threshold.
"""

import numpy as np


def predict(X, w, b, threshold=0.5):
    z = np.asarray(X, dtype=float) @ np.asarray(w, dtype=float) + b
    p = np.exp(-np.logaddexp(0, -z))
    return p
