"""A neuron that is trained, with and without weight decay; warns."""

import warnings

import numpy as np


def experiment(seed):
    warnings.warn("training", stacklevel=1)
    rng = np.random.default_rng([7, seed])
    X = rng.normal(size=(40, 2))
    y = (X @ [1.0, -2.0] + rng.normal(size=40) > 0) * 1.0
    lengths = []
    for decay in (0.0, 0.1):
        w = np.zeros(2)
        for _ in range(60):
            w -= 0.5 * (X.T @ (1 / (1 + np.exp(-X @ w)) - y) / 40 + decay * w)
        lengths.append(np.linalg.norm(w))
    return np.array(lengths[0] - lengths[1])
