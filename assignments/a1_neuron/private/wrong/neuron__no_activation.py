"""The weighted sum is returned without the activation function.

fails: neuron
points: 0
section: Modeling one neuron
hint: Between which two numbers must every answer lie?
hint: You computed z = w.x + b, which is the first half of the task.
hint: The sum still has to pass through sigma.
"""

import numpy as np


def neuron(x, w, b):
    return np.asarray(x) @ np.asarray(w) + b
