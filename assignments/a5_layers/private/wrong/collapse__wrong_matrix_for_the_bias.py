"""The bias is multiplied by the whole product so far, where one layer's matrix is due.

fails: collapse
points: 0
section: Representational power
hint: Which layers does b1 still have to pass?
hint: With one layer your bias is right, with two the shapes may not even fit.
hint: In one step of the loop the old bias passes one layer: the new one.
"""

import numpy as np


def collapse(Ws, bs):
    W, b = np.asarray(Ws[0], dtype=float), np.asarray(bs[0], dtype=float)
    for V, c in zip(Ws[1:], bs[1:]):
        W = np.asarray(V) @ W
        b = W @ b + c
    return W, b
