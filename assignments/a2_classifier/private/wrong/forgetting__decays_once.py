"""Only one step is taken, whatever n_steps says.

fails: forgetting
points: 0
section: Single neuron as a linear classifier
hint: Does n_steps occur in your function, and does it matter?
hint: Two steps should leave less than one.
hint: Each step works on what the step before has left: use a loop or a power.
"""

import numpy as np


def forgetting(w0, learning_rate, weight_decay, n_steps):
    w = np.array(w0, dtype=float)
    return w - learning_rate * weight_decay * w
