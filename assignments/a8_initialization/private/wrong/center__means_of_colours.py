"""The average runs over the channels of each pixel, where the pixels were meant.

fails: center
points: 2
section: Data Preprocessing
hint: What does your function make of a grey picture?
hint: For each pixel you subtracted the mean of its own red, green and blue.
hint: A channel mean belongs to a channel: the last axis stays, the other three go.
"""

import numpy as np


def center(images, per_channel=False):
    images = np.asarray(images, dtype=float)
    axes = (3,) if per_channel else (0,)
    return images - images.mean(axis=axes, keepdims=True)
