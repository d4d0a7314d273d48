"""The matrices are multiplied entry by entry, which is no composition of layers.

fails: collapse
points: 0
section: Representational power
hint: Which shape should W have for 3-4-2?
hint: NumPy's * pairs entries; nothing is summed.
hint: Two layers in a row are a matrix product.
"""

import numpy as np


def collapse(Ws, bs):
    W, b = np.asarray(Ws[0], dtype=float), np.asarray(bs[0], dtype=float)
    for V, c in zip(Ws[1:], bs[1:]):
        W = np.asarray(V) * W
        b = np.asarray(V) @ b + c
    return W, b
