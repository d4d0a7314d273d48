"""A probability equal to the threshold is given 1, as if the sign were >=.

fails: predict
points: 2.5
section: Single neuron as a linear classifier
hint: What does your function say to a score of exactly 0?
hint: There the probability is 0.5. Is that greater than 0.5?
hint: Look at your comparison: the exercise says greater, and not greater or equal.
"""

import numpy as np


def predict(X, w, b, threshold=0.5):
    z = np.asarray(X, dtype=float) @ np.asarray(w, dtype=float) + b
    p = np.exp(-np.logaddexp(0, -z))
    return (p >= threshold).astype(int)
