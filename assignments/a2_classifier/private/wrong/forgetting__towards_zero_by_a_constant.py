"""Every weight moves towards 0 by the same amount and stops there; that is the L1 penalty.

fails: forgetting
points: 0
section: Single neuron as a linear classifier
hint: Which weight should lose more in a step, a large one or a small one?
hint: Your small weights reach exactly 0. Weight decay never gets there.
hint: The slope of the squared penalty is in proportion to the weight: it is not its sign.
"""

import numpy as np


def forgetting(w0, learning_rate, weight_decay, n_steps):
    w = np.array(w0, dtype=float)
    lost = n_steps * learning_rate * weight_decay
    return np.sign(w) * np.maximum(0, np.abs(w) - lost)
