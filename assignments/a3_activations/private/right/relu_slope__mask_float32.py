"""A mask made into float32; it prints too."""

import numpy as np


def relu_slope(z):
    mask = np.array(z) > 0
    print(mask)
    return mask.astype(np.float32)
