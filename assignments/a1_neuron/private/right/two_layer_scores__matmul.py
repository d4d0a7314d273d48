"""The formula as it stands."""

import numpy as np


def two_layer_scores(W1, W2, x):
    hidden = np.maximum(0, np.asarray(W1) @ np.asarray(x))
    return np.asarray(W2) @ hidden
