"""The average runs over the channels, so each picture turns grey.

fails: mean_image
points: 0
section: Data Preprocessing
hint: How many pictures are left in your result?
hint: You averaged red, green and blue of one pixel.
hint: The pictures are counted by the first axis, not by the last.
"""

import numpy as np


def mean_image(images):
    return np.mean(images, axis=-1)
