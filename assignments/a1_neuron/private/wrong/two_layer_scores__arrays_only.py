"""The matrices are assumed to be arrays already, so plain lists raise an error.

fails: two_layer_scores
points: 2
section: Quick intro without brain analogies
hint: Call your function with plain lists and read the error.
hint: A list has no @; only arrays have.
hint: Turn all three arguments into arrays first.
"""

import numpy as np


def two_layer_scores(W1, W2, x):
    return W2 @ np.maximum(0, W1 @ x)
