"""The exponential of a large score overflows to nan, which is never greater than the threshold.

fails: predict
points: 2.5
section: Commonly used activation functions
hint: What does your function say to a score of 800?
hint: np.exp(800) is inf, inf divided by inf is nan, and nan > 0.5 is False.
hint: Write sigma so that exp is only ever taken of a number that is not positive.
"""

import numpy as np


def predict(X, w, b, threshold=0.5):
    z = np.asarray(X, dtype=float) @ np.asarray(w, dtype=float) + b
    p = np.exp(z) / (1 + np.exp(z))
    return (p > threshold).astype(int)
