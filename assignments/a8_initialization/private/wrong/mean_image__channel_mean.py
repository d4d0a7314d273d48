"""The average runs over pictures and pixels: that is the channel mean.

fails: mean_image
points: 0
section: Data Preprocessing
hint: Could you show your result as a picture?
hint: Your result has one number for each channel; the pixels are gone.
hint: Only the axis of the pictures is averaged away.
"""

import numpy as np


def mean_image(images):
    return np.mean(images, axis=(0, 1, 2))
