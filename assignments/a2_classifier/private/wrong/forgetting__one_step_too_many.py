"""One step more is taken than n_steps says.

fails: forgetting
points: 0
section: Single neuron as a linear classifier
hint: What should come out for n_steps = 0?
hint: Count the steps of your loop for n_steps = 1.
hint: range(n_steps) alone has the right number of steps.
"""

import numpy as np


def forgetting(w0, learning_rate, weight_decay, n_steps):
    w = np.array(w0, dtype=float)
    for _ in range(n_steps + 1):
        w = w - learning_rate * weight_decay * w
    return w
