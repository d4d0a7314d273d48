"""The penalty is added, so the weights grow where they should shrink.

fails: forgetting
points: 0
section: Single neuron as a linear classifier
hint: Should a penalty on large weights make them larger?
hint: Gradient descent goes against the slope, and the slope of the penalty points away from 0.
hint: Check the sign of your step.
"""

import numpy as np


def forgetting(w0, learning_rate, weight_decay, n_steps):
    w = np.array(w0, dtype=float)
    return w * (1 + learning_rate * weight_decay) ** n_steps
