"""np.linalg.norm with a 2 as second argument is another norm of a matrix, not the root of all squares.

fails: l2_penalty
points: 0
section: Setting number of layers and their sizes
hint: What do you get for [[3, 0], [0, 4]]? The squares add up to 25.
hint: For a matrix, the second argument 2 asks for its largest singular value.
hint: Leave the second argument out, or add up the squares yourself.
"""

import numpy as np


def l2_penalty(Ws, weight_decay):
    return weight_decay / 2 * sum(np.linalg.norm(W, 2) ** 2 for W in Ws)
