"""The norms of the layers are added first and squared afterwards.

fails: l2_penalty
points: 2
section: Setting number of layers and their sizes
hint: Two layers cost 1 and 4, each for itself. What do both cost together, and what by your code?
hint: With a single layer your number is right.
hint: Square each layer's norm, and add up what comes out.
"""

import numpy as np


def l2_penalty(Ws, weight_decay):
    return weight_decay / 2 * sum(np.linalg.norm(W) for W in Ws) ** 2
