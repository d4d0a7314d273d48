"""One power for all steps."""

import numpy as np


def forgetting(w0, learning_rate, weight_decay, n_steps):
    return np.asarray(w0) * (1 - learning_rate * weight_decay) ** n_steps
