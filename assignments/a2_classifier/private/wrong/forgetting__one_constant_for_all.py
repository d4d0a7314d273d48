"""The same number is subtracted from every weight, so negative weights grow.

fails: forgetting
points: 0
section: Single neuron as a linear classifier
hint: What should become of a weight of -4: nearer to 0, or further away?
hint: The slope of the penalty has w in it, and yours has not.
hint: Each weight loses a share of itself.
"""

import numpy as np


def forgetting(w0, learning_rate, weight_decay, n_steps):
    w = np.array(w0, dtype=float)
    return w - n_steps * learning_rate * weight_decay
