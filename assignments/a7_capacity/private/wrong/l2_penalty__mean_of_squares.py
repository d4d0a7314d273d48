"""Each layer's squares are averaged instead of added, so a large layer costs too little.

fails: l2_penalty
points: 0
section: Setting number of layers and their sizes
hint: A layer gets a second row like its first. Does your penalty double?
hint: The loss is a mean over points, but what does the formula ask for over weights?
hint: Every weight pays its own cost in full, however many others there are.
"""

import numpy as np


def l2_penalty(Ws, weight_decay):
    return 0.5 * weight_decay * sum(np.mean(np.square(W)) for W in Ws)
