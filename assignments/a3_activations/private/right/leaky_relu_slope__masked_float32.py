"""An array of alphas, with ones where z is positive, in float32; it prints too."""

import numpy as np


def leaky_relu_slope(z, alpha=0.01):
    slope = np.full(np.shape(z), alpha, dtype=np.float32)
    slope[np.array(z) > 0] = 1
    print(slope)
    return slope
