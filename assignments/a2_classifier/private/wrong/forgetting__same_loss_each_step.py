"""Each step takes the same amount, a share of the first weight and not of the present one.

fails: forgetting
points: 0
section: Single neuron as a linear classifier
hint: A weight of 8 loses half in the first step. How much is left after two?
hint: Your weights fall along a straight line and cross 0. Forgetting bends, and never gets there.
hint: The slope in the second step belongs to the weight that the first step has left.
"""

import numpy as np


def forgetting(w0, learning_rate, weight_decay, n_steps):
    w = np.array(w0, dtype=float)
    return w - n_steps * learning_rate * weight_decay * w
