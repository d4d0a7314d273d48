"""It returns which share is dead; here each unit needs its own answer.

fails: dead_units
points: 0
section: Commonly used activation functions
hint: What is the shape of your result?
hint: The share is the next exercise.
hint: Stop one step earlier, before you take the mean.
"""

import numpy as np


def dead_units(activations):
    return np.mean(np.max(activations, axis=0) <= 0)
