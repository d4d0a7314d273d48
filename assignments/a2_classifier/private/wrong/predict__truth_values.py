"""True and False come back, where the numbers 1 and 0 are asked for.

fails: predict
points: 2.5
section: Single neuron as a linear classifier
hint: Print the dtype of your answer.
hint: A comparison gives truth values, and the exercise asks for numbers.
hint: An array of True and False has a method that turns it into whole numbers.
"""

import numpy as np


def predict(X, w, b, threshold=0.5):
    z = np.asarray(X, dtype=float) @ np.asarray(w, dtype=float) + b
    p = np.exp(-np.logaddexp(0, -z))
    return p > threshold
