"""Only the last bias is kept; the earlier ones are lost.

fails: collapse
points: 1
section: Representational power
hint: Does b1 make no difference to the scores?
hint: Give zeros to the whole net, step by step, and compare.
hint: Each bias goes on through all the layers behind its own.
"""

import numpy as np


def collapse(Ws, bs):
    W, b = np.asarray(Ws[0], dtype=float), np.asarray(bs[0], dtype=float)
    for V, c in zip(Ws[1:], bs[1:]):
        W = np.asarray(V) @ W
        b = np.asarray(c, dtype=float)
    return W, b
