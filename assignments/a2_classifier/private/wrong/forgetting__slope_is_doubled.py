"""The slope is taken as twice weight_decay times w; the one half of the penalty is forgotten.

fails: forgetting
points: 0
section: Single neuron as a linear classifier
hint: What is the derivative of one half of w squared?
hint: Your weights shrink twice as far in the first step.
hint: The factor one half in the penalty is there to cancel the 2 of the square.
"""

import numpy as np


def forgetting(w0, learning_rate, weight_decay, n_steps):
    w = np.array(w0, dtype=float)
    return w * (1 - 2 * learning_rate * weight_decay) ** n_steps
