"""float32 throughout; the shares are multiplied first. It prints and warns."""

import warnings

import numpy as np


def forgetting(w0, learning_rate, weight_decay, n_steps):
    warnings.warn("forgetting")
    share = np.float32(1 - learning_rate * weight_decay)
    shares = np.full(n_steps, share, dtype=np.float32)
    print("shares:", shares)
    return np.multiply(np.array(w0, dtype=np.float32), np.prod(shares, dtype=np.float32))
