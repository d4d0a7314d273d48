"""Absolute values are added up instead of squares; that is another penalty, called L1.

fails: l2_penalty
points: 0
section: Setting number of layers and their sizes
hint: What does a single weight of 3 cost by the formula, and what by your code?
hint: Twice the weight must cost four times as much.
hint: The absolute value removes the sign; so does another operation, which the formula asks for.
"""

import numpy as np


def l2_penalty(Ws, weight_decay):
    return 0.5 * weight_decay * sum(np.sum(np.abs(W)) for W in Ws)
