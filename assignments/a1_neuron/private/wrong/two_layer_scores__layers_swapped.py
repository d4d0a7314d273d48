"""The second matrix is applied first, so the layers are in the wrong order.

fails: two_layer_scores
points: 0
section: Quick intro without brain analogies
hint: Which of the two matrices meets the pixels?
hint: W1 has as many columns as x has rows; W2 has as many columns as there are hidden values.
hint: Read the formula from the right: x, then W1, then max, then W2.
"""

import numpy as np


def two_layer_scores(W1, W2, x):
    hidden = np.maximum(0, np.asarray(W2) @ np.asarray(x))
    return np.asarray(W1) @ hidden
