"""The max is also applied to the scores, so that no score can be negative.

fails: two_layer_scores
points: 1
section: Quick intro without brain analogies
hint: Can a score be negative?
hint: The output layer has no activation function in this network.
hint: Apply max(0, ...) once: to the hidden values, and not to the result.
"""

import numpy as np


def two_layer_scores(W1, W2, x):
    hidden = np.maximum(0, np.asarray(W1) @ np.asarray(x))
    return np.maximum(0, np.asarray(W2) @ hidden)
