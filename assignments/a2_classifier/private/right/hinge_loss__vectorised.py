"""The formula as it stands."""

import numpy as np


def hinge_loss(scores, y):
    t = 2 * np.asarray(y, dtype=float) - 1
    return np.maximum(0, 1 - t * np.asarray(scores)).mean()
