"""The positive part plus alpha times the negative part, in float32; it prints too."""

import numpy as np


def leaky_relu(z, alpha=0.01):
    z = np.array(z, dtype=np.float32)
    print("alpha is", alpha)
    return np.maximum(z, 0) + np.float32(alpha) * np.minimum(z, 0)
