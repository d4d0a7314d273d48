"""The weights are added first and squared afterwards, so opposite signs cancel.

fails: l2_penalty
points: 0
section: Setting number of layers and their sizes
hint: What does W = [[1, -1]] cost by your code? Should two weights cost nothing?
hint: The order of two operations matters here: squaring and adding.
hint: Each weight must lose its sign before it meets the others.
"""

import numpy as np


def l2_penalty(Ws, weight_decay):
    return 0.5 * weight_decay * sum(np.sum(W) ** 2 for W in Ws)
