"""The mean is subtracted in place, so the caller's pictures are changed.

fails: center
points: 2
section: Data Preprocessing
hint: Print the pictures before and after the call.
hint: An operator such as -= writes into the array that the caller gave you.
hint: Compute the difference in a new array.
"""

import numpy as np


def center(images, per_channel=False):
    if not isinstance(images, np.ndarray) or images.dtype != float:
        images = np.array(images, dtype=float)
    images -= images.mean(axis=(0, 1, 2) if per_channel else 0)
    return images
