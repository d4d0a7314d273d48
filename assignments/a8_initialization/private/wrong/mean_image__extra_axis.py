"""The average over the pictures keeps an axis of size 1.

fails: mean_image
points: 0
section: Data Preprocessing
hint: Print the shape of your result.
hint: It has four axes; one picture has three.
hint: Let the averaged axis go: do not keep the dimensions.
"""

import numpy as np


def mean_image(images):
    return np.mean(images, axis=0, keepdims=True)
