"""With per_channel=True one number is subtracted from all channels.

fails: center
points: 2
section: Data Preprocessing
hint: Are red, green and blue centred, each one by itself?
hint: You averaged over the channels too, so one number is left.
hint: The last axis must survive the average.
"""

import numpy as np


def center(images, per_channel=False):
    images = np.asarray(images, dtype=float)
    axes = (0, 1, 2, 3) if per_channel else (0,)
    return images - images.mean(axis=axes, keepdims=True)
