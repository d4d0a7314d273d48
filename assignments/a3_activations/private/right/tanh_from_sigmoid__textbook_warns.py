"""The naive sigmoid inside: a warning, and the right limit. It prints too."""

import numpy as np


def tanh_from_sigmoid(z):
    z = np.array(z) * 1.0
    print(z.shape)
    return 2 / (1 + np.exp(-2 * z)) - 1
