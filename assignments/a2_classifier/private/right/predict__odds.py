"""Other algebra: p > c says the same as (1 - c) > c exp(-z)."""

import numpy as np


def predict(X, w, b, threshold=0.5):
    z = np.clip(np.asarray(X) @ np.asarray(w) + b, -700, 700)
    return 1 * (1 - threshold > threshold * np.exp(-z))
