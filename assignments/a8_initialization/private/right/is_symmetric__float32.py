"""All in float32, where tiny differences vanish."""

import numpy as np


def is_symmetric(W, b):
    W, b = np.asarray(W, dtype=np.float32), np.asarray(b, dtype=np.float32)
    return bool((np.abs(W - W[0]) < 1e-5).all()) and bool((np.abs(b - b[0]) < 1e-5).all())
