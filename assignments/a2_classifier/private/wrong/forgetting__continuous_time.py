"""The exponential of continuous forgetting is taken, but here the weights shrink in separate steps.

fails: forgetting
points: 0
section: Single neuron as a linear classifier
hint: Work one step by hand for a weight of 8 and a product of 0.5. Is 4.85 left, or 4?
hint: The exponential is the limit of many tiny steps. These steps have a size.
hint: Write down the share that one step leaves, exactly, and apply it again and again.
"""

import numpy as np


def forgetting(w0, learning_rate, weight_decay, n_steps):
    w = np.array(w0, dtype=float)
    return w * np.exp(-learning_rate * weight_decay * n_steps)
