"""The star, as one source of the notes writes it, multiplies entry by entry.

fails: two_layer_scores
points: 0
section: Quick intro without brain analogies
hint: Which shape do W1 * x and W2 * h have in your code, if they have one at all?
hint: NumPy's * pairs entries and stretches sizes of one; nothing is summed.
hint: Both products of the formula are matrix products.
"""

import numpy as np


def two_layer_scores(W1, W2, x):
    h = np.maximum(0, np.asarray(W1) * np.asarray(x))
    return np.asarray(W2) * h
