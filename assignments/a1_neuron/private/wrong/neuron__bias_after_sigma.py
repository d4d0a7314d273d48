"""The bias is added after the activation instead of to the weighted sum.

fails: neuron
points: 0
section: Modeling one neuron
hint: Between which two numbers must every answer lie?
hint: With a bias of 0.7 some of your answers are larger than 1.
hint: The bias shifts the point where the neuron switches, so it belongs inside sigma.
"""

import numpy as np


def neuron(x, w, b):
    z = np.asarray(x) @ np.asarray(w)
    return 1 / (1 + np.exp(-z)) + b
