"""The hidden values pass through sigma, although this network asks for max(0, z).

fails: two_layer_scores
points: 1
section: Quick intro without brain analogies
hint: Which function does the formula apply to the hidden values?
hint: If all hidden sums are negative, every score must be exactly 0.
hint: Leave sigma to the first exercises; here negative values become 0 and positive ones stay.
"""

import numpy as np


def two_layer_scores(W1, W2, x):
    z = np.asarray(W1) @ np.asarray(x)
    return np.asarray(W2) @ np.exp(-np.logaddexp(0, -z))
