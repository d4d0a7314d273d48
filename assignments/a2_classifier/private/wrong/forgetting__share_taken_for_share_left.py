"""The share that a step takes away is raised to a power, where it should be the share that is left.

fails: forgetting
points: 0
section: Single neuron as a linear classifier
hint: A step takes a quarter of the weight. Which share is left after it?
hint: With a weight decay of 0 nothing is forgotten. What does your function return?
hint: One step multiplies by 1 minus the product of the two rates; many steps do so again and again.
"""

import numpy as np


def forgetting(w0, learning_rate, weight_decay, n_steps):
    return np.asarray(w0, dtype=float) * (learning_rate * weight_decay) ** n_steps
