"""A table of slopes, in float32; it prints too."""

import numpy as np

LEFT = {"relu": lambda alpha: 0.0, "leaky_relu": lambda alpha: alpha}


def as_maxout(activation, W, b, alpha=0.01):
    slope = np.float32(LEFT[activation](alpha))
    print("slope to the left:", slope)
    W, b = np.array(W, dtype=np.float32), np.array(b, dtype=np.float32)
    return slope * W, slope * b, W.copy(), b.copy()
