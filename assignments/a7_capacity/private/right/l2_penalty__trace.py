"""The trace of W W^T is the sum of the squares."""

import numpy as np


def l2_penalty(Ws, weight_decay):
    return 0.5 * sum(weight_decay * np.trace(np.asarray(W) @ np.transpose(W)) for W in Ws)
