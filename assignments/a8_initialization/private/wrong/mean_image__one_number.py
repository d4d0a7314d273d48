"""Everything is averaged into a single number.

fails: mean_image
points: 0
section: Data Preprocessing
hint: Could you show your result as a picture?
hint: Without an axis, NumPy averages over all entries.
hint: Say which one of the four axes disappears.
"""

import numpy as np


def mean_image(images):
    return np.mean(images)
