"""The return stands inside the loop, so the first step is the last one.

fails: forgetting
points: 0
section: Single neuron as a linear classifier
hint: What comes back for two steps, and what for no step at all?
hint: A return ends the function at once, even in the middle of a loop.
hint: Look at how far the return is indented: it belongs behind the loop.
"""

import numpy as np


def forgetting(w0, learning_rate, weight_decay, n_steps):
    w = np.array(w0, dtype=float)
    for _ in range(n_steps):
        w = w - learning_rate * weight_decay * w
        return w
