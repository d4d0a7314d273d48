"""Other algebra: the bias is repeated with a row of ones, b 1^T."""

import numpy as np


def forward_columns(x, Ws, bs, activation):
    x = np.array(x)
    ones = np.ones((1, x.shape[1]))
    z = np.dot(Ws[0], x) + np.dot(bs[0], ones)
    for W, b in zip(Ws[1:], bs[1:]):
        z = np.dot(W, activation(z)) + np.dot(b, ones)
    return z
