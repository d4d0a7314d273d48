"""Each column gets a share of its own, but one number for all entries is asked for.

fails: saturated_fraction
points: 1.5
section: Commonly used activation functions
hint: Which shape does your result have for an array of shape (4, 3)?
hint: An axis in a mean keeps the other axes.
hint: All entries count alike, so no axis is needed.
"""

import numpy as np


def saturated_fraction(slopes, threshold=0.01):
    return np.mean(np.asarray(slopes) < threshold, axis=0)
