"""The learning rate does not count: each step takes the whole slope of the penalty.

fails: forgetting
points: 0
section: Single neuron as a linear classifier
hint: Does learning_rate occur in your function?
hint: Half the learning rate should give half the step.
hint: A step is the learning rate times the slope, and the slope is weight_decay times w.
"""

import numpy as np


def forgetting(w0, learning_rate, weight_decay, n_steps):
    w = np.array(w0, dtype=float)
    return w * (1 - weight_decay) ** n_steps
