"""It returns the share of rows with mixed signs, the opposite of what is asked.

fails: same_sign_share
points: 0
section: Commonly used activation functions
hint: What do you get if every slope is positive?
hint: A zig-zag comes from rows of one sign; those are to be counted.
hint: Look where your condition is True: for agreement or for disagreement?
"""

import numpy as np


def same_sign_share(gradients):
    gradients = np.asarray(gradients)
    same = (gradients > 0).all(axis=1) | (gradients < 0).all(axis=1)
    return np.mean(~same)
