"""The mean is turned into the pixels' type, so uint8 loses fractions and signs.

fails: center
points: 2
section: Data Preprocessing
hint: What is 3 - 5 in uint8?
hint: For pictures of 8 bits your results are all positive and whole.
hint: Let the mean be a float; a uint8 minus a float is a float.
"""

import numpy as np


def center(images, per_channel=False):
    images = np.asarray(images)
    axes = (0, 1, 2) if per_channel else (0,)
    return images - images.mean(axis=axes).astype(images.dtype)
