"""The weights are squared in place, so the caller's net is changed.

fails: l2_penalty
points: 2
section: Setting number of layers and their sizes
hint: Call your function twice with the same Ws. Do you get the same answer?
hint: An operator such as *= writes into the array that the caller gave you.
hint: Put the squares in a new array and leave W alone.
"""

import numpy as np


def l2_penalty(Ws, weight_decay):
    total = 0.0
    for W in Ws:
        W = np.asarray(W)
        W *= W
        total += W.sum()
    return 0.5 * weight_decay * total
