"""The matrices are multiplied in reading order, so the first layer stands on the left.

fails: collapse
points: 0
section: Representational power
hint: Which matrix meets x first?
hint: For 3-4-2 the shapes do not fit in your order.
hint: In a product, what acts first stands on the right.
"""

import numpy as np


def collapse(Ws, bs):
    W, b = np.asarray(Ws[0], dtype=float), np.asarray(bs[0], dtype=float)
    for V, c in zip(Ws[1:], bs[1:]):
        W = W @ np.asarray(V)
        b = np.asarray(V) @ b + c
    return W, b
