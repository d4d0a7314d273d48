"""The norm of each matrix is used as it is, with its root, and never squared.

fails: l2_penalty
points: 0
section: Setting number of layers and their sizes
hint: If every weight is doubled, by which factor does your penalty grow?
hint: np.linalg.norm takes a root at its end.
hint: The formula has a small 2 at the norm, which takes that root back.
"""

import numpy as np


def l2_penalty(Ws, weight_decay):
    return 0.5 * weight_decay * sum(np.linalg.norm(W) for W in Ws)
