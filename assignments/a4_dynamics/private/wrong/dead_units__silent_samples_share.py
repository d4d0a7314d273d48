"""It returns for each unit how often it is silent, not whether it always is.

fails: dead_units
points: 0
section: Commonly used activation functions
hint: What do you return for a unit that is silent on half of the samples?
hint: The question has two answers only: dead or not.
hint: Which share of silent samples makes a unit dead?
"""

import numpy as np


def dead_units(activations):
    return np.mean(np.asarray(activations) <= 0, axis=0)
