"""The collapsed layer has a bias of zeros, as if biases vanished.

fails: collapse
points: 1
section: Representational power
hint: What does the whole net answer to an input of zeros?
hint: Your W is right, but the net adds something as well.
hint: Multiply out W2 (W1 x + b1) + b2 and look at what does not hold x.
"""

import numpy as np


def collapse(Ws, bs):
    W, b = np.asarray(Ws[0], dtype=float), np.asarray(bs[0], dtype=float)
    for V, c in zip(Ws[1:], bs[1:]):
        W = np.asarray(V) @ W
        b = np.asarray(V) @ b + c
    return W, np.zeros(len(b))
