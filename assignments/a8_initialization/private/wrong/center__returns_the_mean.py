"""The mean is returned, not the pictures without it.

fails: center
points: 0
section: Data Preprocessing
hint: How many pictures should come back?
hint: You computed what is to be subtracted.
hint: Subtract that mean from the stack and return the difference.
"""

import numpy as np


def center(images, per_channel=False):
    axes = (0, 1, 2) if per_channel else (0,)
    return np.mean(images, axis=axes)
