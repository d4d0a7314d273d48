"""Other algebra, log1p, one number at a time under `np.vectorize`, float32 result."""

import numpy as np


def spike_rate(current, tau=0.01, refractory=0.01, threshold=1.0):
    @np.vectorize
    def one(i):
        if not i > threshold:
            return 0.0
        return 1.0 / (refractory - tau * np.log1p(-threshold / i))

    return one(np.asarray(current, dtype=float)).astype(np.float32)
