"""The biases are simply added, without passing through the later weights.

fails: collapse
points: 0
section: Representational power
hint: What happens to b1 on its way to the scores?
hint: Give zeros to the whole net, step by step, and compare.
hint: The second layer multiplies all that reaches it, and the first bias is a part of that.
"""

import numpy as np


def collapse(Ws, bs):
    W, b = np.asarray(Ws[0], dtype=float), np.asarray(bs[0], dtype=float)
    for V, c in zip(Ws[1:], bs[1:]):
        W = np.asarray(V) @ W
        b = b + np.asarray(c)
    return W, b
