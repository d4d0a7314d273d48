"""The weights after n steps are one step on from those after n - 1."""

import numpy as np


def forgetting(w0, learning_rate, weight_decay, n_steps):
    if n_steps == 0:
        return np.array(w0)
    w = forgetting(w0, learning_rate, weight_decay, n_steps - 1)
    return (1 - learning_rate * weight_decay) * w
