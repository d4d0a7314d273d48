"""A list of costs comes back, one for each layer, instead of their sum.

fails: l2_penalty
points: 0
section: Setting number of layers and their sizes
hint: How many numbers does your function return for three layers?
hint: The formula has a sum over l, which runs over the layers.
hint: One number is asked for, so the costs must still be put together.
"""

import numpy as np


def l2_penalty(Ws, weight_decay):
    return [0.5 * weight_decay * np.sum(np.square(W)) for W in Ws]
