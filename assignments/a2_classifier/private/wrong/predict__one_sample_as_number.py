"""A single sample gives a bare number, instead of a row with one number in it.

fails: predict
points: 2.5
section: Single neuron as a linear classifier
hint: Print the shape of your answer for an X of shape (1, 2).
hint: np.squeeze, item and if len(...) == 1 drop the row of one.
hint: The answer has shape (n_samples,), also where n_samples is 1.
"""

import numpy as np


def predict(X, w, b, threshold=0.5):
    z = np.asarray(X, dtype=float) @ np.asarray(w, dtype=float) + b
    p = np.exp(-np.logaddexp(0, -z))
    return np.squeeze((p > threshold).astype(int))
