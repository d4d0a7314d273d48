"""The answer is 1 where the probability is below the threshold.

fails: predict
points: 0
section: Single neuron as a linear classifier
hint: The probability is that of which class?
hint: A sample with a large score should get a 1.
hint: Look at the direction of your comparison.
"""

import numpy as np


def predict(X, w, b, threshold=0.5):
    z = np.asarray(X, dtype=float) @ np.asarray(w, dtype=float) + b
    p = np.exp(-np.logaddexp(0, -z))
    return (p < threshold).astype(int)
