"""The function returns within its loop, so only the first layer pays.

fails: l2_penalty
points: 2
section: Setting number of layers and their sizes
hint: Give it the same layers in another order. Does the cost change?
hint: A return ends the function at once, even in the middle of a loop.
hint: The result must be handed over after the last layer, not after the first.
"""

import numpy as np


def l2_penalty(Ws, weight_decay):
    for W in Ws:
        return 0.5 * weight_decay * np.sum(np.square(W))
