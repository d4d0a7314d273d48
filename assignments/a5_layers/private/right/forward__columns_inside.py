"""Computes in columns and translates at both ends; warns."""

import warnings

import numpy as np


def forward(X, Ws, bs, activation):
    warnings.warn("columns inside")
    a = np.asarray(X, dtype=float).T
    *hidden, last = list(zip(Ws, bs))
    for W, b in hidden:
        a = activation(np.asarray(W) @ a + np.reshape(b, (-1, 1)))
    W, b = last
    return (np.asarray(W) @ a + np.reshape(b, (-1, 1))).T
