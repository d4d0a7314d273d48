"""The channel means are subtracted in both cases, never the mean image.

fails: center
points: 1
section: Data Preprocessing
hint: How many numbers does the default subtract from pictures of shape (32, 32, 3)?
hint: Your default leaves a pattern: some pixels are lighter than others on average.
hint: Without per_channel each pixel has its own mean.
"""

import numpy as np


def center(images, per_channel=False):
    images = np.asarray(images, dtype=float)
    axes = (0, 1, 2)
    return images - images.mean(axis=axes, keepdims=True)
