"""Row 114: what one more layer leaves of the spread, in float32."""

import numpy as np


def experiment(seed):
    rng = np.random.default_rng(seed)
    n = 30
    signal = rng.normal(size=(50, n)).astype(np.float32)
    W = (rng.normal(size=(2, n, n)) * np.sqrt(2 / n)).astype(np.float32)
    first = np.maximum(0, signal @ W[0].T)
    return np.std(np.maximum(0, first @ W[1].T)) / np.std(first)
