"""A 0 is counted as a positive sign.

fails: same_sign_share
points: 2
section: Commonly used activation functions
hint: What does your function say of the rows [0, 5] and [0, -5]?
hint: A test for 'not negative' lets 0 through.
hint: Rows of one sign have no 0 on either side: both comparisons must be strict.
"""

import numpy as np


def same_sign_share(gradients):
    negative = np.asarray(gradients) < 0
    return np.mean(negative.all(axis=1) | ~negative.any(axis=1))
