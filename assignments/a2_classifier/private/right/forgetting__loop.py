"""Step by step, with the slope of the penalty."""

import numpy as np


def forgetting(w0, learning_rate, weight_decay, n_steps):
    w = np.array(w0, dtype=float)
    for _ in range(n_steps):
        slope = weight_decay * w
        w -= learning_rate * slope
    return w
