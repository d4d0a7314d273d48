"""The share is given in per cent, from 0 to 100.

fails: same_sign_share
points: 0
section: Commonly used activation functions
hint: What is the largest result that your function can give?
hint: The share of all rows is 1.
hint: Leave the factor of one hundred out.
"""

import numpy as np


def same_sign_share(gradients):
    signs = np.sign(np.asarray(gradients))
    return 100 * np.mean(np.abs(signs.sum(axis=1)) == signs.shape[1])
