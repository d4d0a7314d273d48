"""The first column is left out as if it held the biases, but it holds weights.

fails: l2_penalty
points: 0
section: Setting number of layers and their sizes
hint: What does W = [[5]] cost by your code?
hint: Biases are not handed over at all: every number that you get is a weight.
hint: Look at the part of each matrix that you square: is it the whole matrix?
"""

import numpy as np


def l2_penalty(Ws, weight_decay):
    return 0.5 * weight_decay * sum(np.sum(np.square(W)[:, 1:]) for W in Ws)
