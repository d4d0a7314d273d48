"""The median of each pixel is taken, not the mean.

fails: mean_image
points: 0
section: Data Preprocessing
hint: One picture of five is white, the others are black. What is the average?
hint: Your function ignores how far a pixel lies from the others.
hint: Add the pixels up and divide by the number of pictures.
"""

import numpy as np


def mean_image(images):
    return np.median(images, axis=0)
