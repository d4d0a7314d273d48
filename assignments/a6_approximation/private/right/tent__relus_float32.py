"""Two ReLUs a fold, in float32."""

import numpy as np


def tent(x, depth):
    x = np.array(x, dtype=np.float32)
    for _ in range(depth):
        x = 2 * np.maximum(0, x) - 4 * np.maximum(0, x - np.float32(0.5))
    return x
