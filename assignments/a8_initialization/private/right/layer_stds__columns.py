"""Samples in columns, as the notes have them."""

import numpy as np


def layer_stds(X, Ws, activation):
    a = np.asarray(X).T
    stds = np.zeros(len(Ws))
    for k in range(len(Ws)):
        a = activation(np.asarray(Ws[k]) @ a)
        stds[k] = np.sqrt(np.mean(a**2) - np.mean(a) ** 2)
    return stds
