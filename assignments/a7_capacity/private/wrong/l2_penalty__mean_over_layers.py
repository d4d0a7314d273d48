"""The layers' costs are averaged instead of added, so a deep net pays too little.

fails: l2_penalty
points: 2
section: Setting number of layers and their sizes
hint: A net gets a second layer like its first. Does your penalty double?
hint: With a single layer your number is right.
hint: The formula has a sum over l and no division by the number of layers.
"""

import numpy as np


def l2_penalty(Ws, weight_decay):
    return weight_decay / 2 * np.mean([np.sum(np.square(W)) for W in Ws])
