"""The threshold is always one half, whatever the caller asks for.

fails: predict
points: 2
section: Single neuron as a linear classifier
hint: Does the argument threshold occur in your function?
hint: Where a miss is dear, the caller asks for 0.1, and more samples should get a 1.
hint: A score above 0 means a probability above one half, and nothing else.
"""

import numpy as np


def predict(X, w, b, threshold=0.5):
    z = np.asarray(X, dtype=float) @ np.asarray(w, dtype=float) + b
    return (z > 0).astype(int)
