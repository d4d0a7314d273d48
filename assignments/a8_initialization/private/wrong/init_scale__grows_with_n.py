"""The root of n is returned itself, so large layers get large weights.

fails: init_scale
points: 0
section: Weight Initialization
hint: Should a unit with more inputs have larger or smaller weights?
hint: Your spread grows with n_in, and so does the sum: twice over.
hint: The number of inputs belongs below the fraction bar.
"""

import numpy as np


def init_scale(activation, n_in):
    if activation == "relu":
        return np.sqrt(n_in / 2)
    return np.sqrt(n_in)
