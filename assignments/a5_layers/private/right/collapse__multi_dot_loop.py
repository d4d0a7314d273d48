"""W by a chain of products, b by pushing zeros through the net."""

import numpy as np


def collapse(Ws, bs):
    W = Ws[0]
    for V in Ws[1:]:
        W = np.matmul(V, W)
    h = np.zeros(np.shape(Ws[0])[1])
    for V, c in zip(Ws, bs):
        h = np.matmul(V, h) + c
    return np.asarray(W), h
