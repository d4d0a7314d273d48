"""The max is applied to the pixels before the first product, where it should come after it.

fails: two_layer_scores
points: 1
section: Quick intro without brain analogies
hint: In s = W2 max(0, W1 x), what exactly is inside the brackets of max?
hint: You cut off negative pixels, but the formula cuts off negative hidden values.
hint: Compute W1 x first and apply max to that.
"""

import numpy as np


def two_layer_scores(W1, W2, x):
    hidden = np.asarray(W1) @ np.maximum(0, np.asarray(x))
    return np.asarray(W2) @ hidden
