"""The channel means are computed for each picture apart.

fails: center
points: 2
section: Data Preprocessing
hint: How many numbers do you subtract from a stack of 10 colour pictures?
hint: Your dark pictures become as light as the others.
hint: The channel mean averages over the pictures as well as over their pixels.
"""

import numpy as np


def center(images, per_channel=False):
    images = np.asarray(images, dtype=float)
    axes = (1, 2) if per_channel else (0,)
    return images - images.mean(axis=axes, keepdims=True)
