"""The max stands behind the second product, where it should stand between the two.

fails: two_layer_scores
points: 1
section: Quick intro without brain analogies
hint: In s = W2 max(0, W1 x), what exactly is inside the brackets of max?
hint: Your hidden values are never cut off, and your scores always are.
hint: Move the max: first W1 x, then max, then W2.
"""

import numpy as np


def two_layer_scores(W1, W2, x):
    return np.maximum(0, np.asarray(W2) @ (np.asarray(W1) @ np.asarray(x)))
