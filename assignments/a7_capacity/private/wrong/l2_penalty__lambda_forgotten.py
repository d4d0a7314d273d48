"""Lambda has no effect: every strength costs the same.

fails: l2_penalty
points: 0
section: Setting number of layers and their sizes
hint: Does weight_decay occur in your function?
hint: A strength of 0 must cost nothing.
hint: The formula has a lambda in front of the sum.
"""

import numpy as np


def l2_penalty(Ws, weight_decay):
    return 0.5 * sum(np.sum(np.square(W)) for W in Ws)
