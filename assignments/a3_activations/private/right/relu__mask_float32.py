"""A mask times z, in float32; it prints too."""

import numpy as np


def relu(z):
    z = np.array(z, dtype=np.float32)
    print(z)
    return z * (z > 0)
