"""Lambda goes inside by its root; the answer is an array of shape ()."""

import numpy as np


def l2_penalty(Ws, weight_decay):
    root = np.sqrt(weight_decay / 2)
    return np.array(sum(((root * np.array(W)) ** 2).sum() for W in Ws))
