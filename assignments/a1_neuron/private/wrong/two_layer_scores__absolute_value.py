"""Negative hidden values are turned positive, where they should become zero.

fails: two_layer_scores
points: 1
section: Quick intro without brain analogies
hint: What is max(0, -3)?
hint: Your hidden layer treats -3 and 3 alike.
hint: max(0, z) switches a unit off when its sum is negative; it does not flip the sign.
"""

import numpy as np


def two_layer_scores(W1, W2, x):
    hidden = np.abs(np.asarray(W1) @ np.asarray(x))
    return np.asarray(W2) @ hidden
