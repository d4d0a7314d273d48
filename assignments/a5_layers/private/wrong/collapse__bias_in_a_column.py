"""The bias is returned as a column, where shape (n_out,) is asked for.

fails: collapse
points: 1
section: Representational power
hint: Which shape does your bias have?
hint: The numbers are right, but (2, 1) is not (2,).
hint: In this exercise biases are flat, as in the row dialect.
"""

import numpy as np


def collapse(Ws, bs):
    W, b = np.asarray(Ws[0], dtype=float), np.asarray(bs[0], dtype=float)
    for V, c in zip(Ws[1:], bs[1:]):
        W = np.asarray(V) @ W
        b = np.asarray(V) @ b + c
    return W, b.reshape(-1, 1)
