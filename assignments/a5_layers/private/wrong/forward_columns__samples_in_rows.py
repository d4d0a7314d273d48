"""The samples are read from the rows of x, where they stand in its columns.

fails: forward_columns
points: 0
section: Example feed-forward computation
hint: What are the rows of x here: samples or inputs?
hint: Your code runs only where both numbers happen to be equal.
hint: In this dialect W stands on the left, and x on the right, as it comes.
"""

import numpy as np


def forward_columns(x, Ws, bs, activation):
    h = np.asarray(x, dtype=float)
    for W, b in zip(Ws[:-1], bs[:-1]):
        h = activation(h @ np.asarray(W).T + np.asarray(b).T)
    return h @ np.asarray(Ws[-1]).T + np.asarray(bs[-1]).T
