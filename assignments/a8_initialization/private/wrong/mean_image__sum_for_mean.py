"""The pictures are added up, but never divided by their number.

fails: mean_image
points: 0
section: Data Preprocessing
hint: How bright can your result become with 1,000 pictures?
hint: For n pictures your numbers are n times too large.
hint: An average is a sum divided by how many there were.
"""

import numpy as np


def mean_image(images):
    return np.asarray(images, dtype=float).sum(axis=0)
