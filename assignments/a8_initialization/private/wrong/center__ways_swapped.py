"""The two ways are swapped: the default subtracts the channel means.

fails: center
points: 0
section: Data Preprocessing
hint: How many numbers does your default subtract?
hint: Both of your means are right; each is used in the other case.
hint: per_channel=True asks for one number for each channel.
"""

import numpy as np


def center(images, per_channel=False):
    images = np.asarray(images, dtype=float)
    axes = (0, 1, 2) if not per_channel else (0,)
    return images - images.mean(axis=axes, keepdims=True)
