"""The scores are cut off before the exponential, so a sample that is wrong by far costs too little.

fails: binary_cross_entropy
points: 3
section: Single neuron as a linear classifier
hint: Compare your loss for the scores 600 and 800, both with label 0.
hint: Cutting off hides the overflow, and with it how wrong the sample is.
hint: Leave the scores as they are, and choose a form of the logarithm that needs no large exponential.
"""

import numpy as np


def binary_cross_entropy(scores, y):
    t = 2 * np.asarray(y, dtype=float) - 1
    z = np.clip(np.asarray(scores, dtype=float), -500, 500)
    return np.mean(np.log(1 + np.exp(-t * z)))
