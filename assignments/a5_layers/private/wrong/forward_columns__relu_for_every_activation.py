"""ReLU is built in, whatever activation was passed.

fails: forward_columns
points: 1
section: Example feed-forward computation
hint: What happens if somebody passes np.tanh?
hint: Your code does not use its fourth argument.
hint: The argument activation is a function: call it by that name.
"""

import numpy as np


def forward_columns(x, Ws, bs, activation):
    h = np.asarray(x, dtype=float)
    for W, b in zip(Ws[:-1], bs[:-1]):
        h = np.maximum(0, np.asarray(W) @ h + np.asarray(b))
    return np.asarray(Ws[-1]) @ h + np.asarray(bs[-1])
