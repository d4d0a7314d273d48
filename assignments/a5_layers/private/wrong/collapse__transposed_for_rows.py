"""The matrix is returned transposed, with a neuron in each column.

fails: collapse
points: 1
section: Representational power
hint: Which shape should W have for 3-4-2?
hint: Your numbers are right, but rows and columns are exchanged.
hint: Weights have one neuron a row in both dialects; only the samples change places.
"""

import numpy as np


def collapse(Ws, bs):
    W, b = np.asarray(Ws[0], dtype=float), np.asarray(bs[0], dtype=float)
    for V, c in zip(Ws[1:], bs[1:]):
        W = np.asarray(V) @ W
        b = np.asarray(V) @ b + c
    return W.T, b
