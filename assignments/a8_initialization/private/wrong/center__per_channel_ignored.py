"""The mean image is subtracted in both cases; per_channel has no effect.

fails: center
points: 2
section: Data Preprocessing
hint: Call your function with per_channel=True and without. Do the results differ?
hint: The second argument never occurs in your computation.
hint: Choose the axes of the average according to per_channel.
"""

import numpy as np


def center(images, per_channel=False):
    images = np.asarray(images, dtype=float)
    axes = (0,)
    return images - images.mean(axis=axes, keepdims=True)
