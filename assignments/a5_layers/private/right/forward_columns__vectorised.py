"""One product a layer, biases as they come."""

import numpy as np


def forward_columns(x, Ws, bs, activation):
    h = np.asarray(x, dtype=float)
    for W, b in zip(Ws[:-1], bs[:-1]):
        h = activation(np.asarray(W) @ h + np.asarray(b))
    return np.asarray(Ws[-1]) @ h + np.asarray(bs[-1])
