"""The result is written into an array like w0, and whole numbers in it cut off the fractions.

fails: forgetting
points: 1.5
section: Single neuron as a linear classifier
hint: Try w0 = [5, -3] with a product of 0.5. Which dtype has your answer?
hint: An array of whole numbers can't hold a half, so it drops it without a word.
hint: Give the array for your results the dtype float.
"""

import numpy as np


def forgetting(w0, learning_rate, weight_decay, n_steps):
    w = np.array(w0)
    for _ in range(n_steps):
        w[...] = (1 - learning_rate * weight_decay) * w
    return w
