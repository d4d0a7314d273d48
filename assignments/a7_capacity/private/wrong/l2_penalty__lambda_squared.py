"""Lambda is multiplied into the weights before they are squared, so it is squared as well.

fails: l2_penalty
points: 0
section: Setting number of layers and their sizes
hint: If lambda doubles, by which factor does your penalty grow?
hint: In the formula only the weights carry a square.
hint: Lambda belongs outside: use it once, after the squares have been added up.
"""

import numpy as np


def l2_penalty(Ws, weight_decay):
    return 0.5 * sum(np.sum((weight_decay * np.asarray(W)) ** 2) for W in Ws)
