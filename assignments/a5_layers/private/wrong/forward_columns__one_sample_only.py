"""Only the first column of x is computed.

fails: forward_columns
points: 0
section: Example feed-forward computation
hint: How many columns does your result have for five samples?
hint: Your result always has one column.
hint: Use all of x at once: a product takes any number of columns.
"""

import numpy as np


def forward_columns(x, Ws, bs, activation):
    h = np.asarray(x, dtype=float)[:, :1]
    for W, b in zip(Ws[:-1], bs[:-1]):
        h = activation(np.asarray(W) @ h + np.asarray(b))
    return np.asarray(Ws[-1]) @ h + np.asarray(bs[-1])
