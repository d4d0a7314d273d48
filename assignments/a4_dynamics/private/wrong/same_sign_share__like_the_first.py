"""Each sign is compared with that of the row's first slope, so a row of zeros counts as well.

fails: same_sign_share
points: 2
section: Commonly used activation functions
hint: What does your function say of the row [0, 0]?
hint: Equal signs are not enough: np.sign gives 0 for a 0, and that is no sign.
hint: Ask two questions of each row: are all above 0, or are all below 0?
"""

import numpy as np


def same_sign_share(gradients):
    signs = np.sign(gradients)
    return np.mean((signs == signs[:, :1]).all(axis=1))
