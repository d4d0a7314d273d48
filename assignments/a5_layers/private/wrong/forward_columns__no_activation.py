"""The activation is never applied, so all layers are one linear layer.

fails: forward_columns
points: 0
section: Example feed-forward computation
hint: Where does your code call activation?
hint: Your network collapses: it is linear, however deep it is.
hint: Each hidden layer hands its sums to the activation before the next layer sees them.
"""

import numpy as np


def forward_columns(x, Ws, bs, activation):
    h = np.asarray(x, dtype=float)
    for W, b in zip(Ws[:-1], bs[:-1]):
        h = np.asarray(W) @ h + np.asarray(b)
    return np.asarray(Ws[-1]) @ h + np.asarray(bs[-1])
