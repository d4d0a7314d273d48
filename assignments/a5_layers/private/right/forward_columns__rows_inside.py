"""Translates to rows, computes there, translates back."""

import numpy as np


def forward_columns(x, Ws, bs, activation):
    A = np.transpose(x)
    for i in range(len(Ws)):
        A = A @ np.transpose(Ws[i]) + np.ravel(bs[i])
        if i != len(Ws) - 1:
            A = activation(A)
    return np.transpose(A)
