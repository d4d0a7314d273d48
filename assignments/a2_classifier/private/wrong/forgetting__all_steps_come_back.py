"""The weights after every step come back, where only those after the last one are asked for.

fails: forgetting
points: 0
section: Single neuron as a linear classifier
hint: Print the shape of your result for one weight and three steps.
hint: Your result has the start and every step in it.
hint: The result has the shape of w0: hand over the last entry.
"""

import numpy as np


def forgetting(w0, learning_rate, weight_decay, n_steps):
    path = [np.array(w0, dtype=float)]
    for _ in range(n_steps):
        path.append(path[-1] - learning_rate * weight_decay * path[-1])
    return path
