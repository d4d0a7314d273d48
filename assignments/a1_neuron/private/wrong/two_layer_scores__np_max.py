"""np.max takes the 0 for its array and the hidden values for an axis.

fails: two_layer_scores
points: 0
section: Quick intro without brain analogies
hint: Read the TypeError: which argument does NumPy not like?
hint: np.max(z) looks for the largest entry of one array; it does not compare two things.
hint: NumPy has a second function whose name begins with max and that compares entry by entry.
"""

import numpy as np


def two_layer_scores(W1, W2, x):
    return np.asarray(W2) @ np.max(0, np.asarray(W1) @ np.asarray(x))
