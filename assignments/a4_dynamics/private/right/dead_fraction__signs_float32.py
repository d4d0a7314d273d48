"""Signs of the sums, in float32."""

import numpy as np


def dead_fraction(activations):
    sums = np.sum(np.asarray(activations, dtype=np.float32), axis=0)
    return np.float32(1) - np.sign(sums).mean(dtype=np.float32)
