"""The averages are cut off to whole numbers.

fails: mean_image
points: 0
section: Data Preprocessing
hint: What is the average of the pixels 1 and 2?
hint: All your results are whole numbers.
hint: Pixels may be whole numbers, but their average stays a float.
"""

import numpy as np


def mean_image(images):
    return np.mean(images, axis=0).astype(int)
