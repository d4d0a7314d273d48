"""Other algebra: max(0, z) is (z + |z|) / 2. Logs what it does."""

import logging

import numpy as np


def two_layer_scores(W1, W2, x):
    z = np.matmul(W1, x)
    logging.getLogger().error("hidden layer %s", z.shape)
    return np.matmul(W2, (z + np.abs(z)) / 2)
