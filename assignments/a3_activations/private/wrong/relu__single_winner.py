"""np.max looks for the largest entry of all, so a single number comes out.

fails: relu
points: 0
section: Commonly used activation functions
hint: Which shape does your result have for an array of shape (4, 3)?
hint: np.max finds one winner; ReLU asks each entry on its own.
hint: NumPy has a second function whose name begins with max and that compares entry by entry.
"""

import numpy as np


def relu(z):
    return max(0.0, np.max(z))
