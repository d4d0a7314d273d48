"""Both pieces in one stack, one einsum, and a max over the pieces; it prints too."""

import numpy as np


def maxout(X, W1, b1, W2, b2):
    W, b = np.array([W1, W2], dtype=float), np.array([b1, b2], dtype=float)
    sums = np.einsum("mi,koi->kmo", np.array(X), W) + b[:, None, :]
    print(sums.shape)
    return sums.max(axis=0)
