"""The weights shrink in place, so the caller's w0 is changed.

fails: forgetting
points: 1.5
section: Single neuron as a linear classifier
hint: Print w0 after your function ran. Is it still the same?
hint: An operator such as *= writes into the array that the caller gave you.
hint: Make a copy of w0 first, in floats.
"""

import numpy as np


def forgetting(w0, learning_rate, weight_decay, n_steps):
    w = w0
    if not (isinstance(w, np.ndarray) and w.dtype.kind == "f"):
        w = np.array(w0, dtype=float)
    for _ in range(n_steps):
        w *= 1 - learning_rate * weight_decay
    return w
