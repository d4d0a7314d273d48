"""The total is overwritten for each layer, so only the last one pays.

fails: l2_penalty
points: 2
section: Setting number of layers and their sizes
hint: Give it the same layers in another order. Does the cost change?
hint: Print the total within your loop: does it grow, or start anew?
hint: In the loop, what was there before must be kept, and the new layer's cost added.
"""

import numpy as np


def l2_penalty(Ws, weight_decay):
    for W in Ws:
        total = np.sum(np.square(W))
    return 0.5 * weight_decay * total
