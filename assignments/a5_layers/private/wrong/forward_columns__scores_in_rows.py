"""The scores come out in rows, where each sample should have a column.

fails: forward_columns
points: 0
section: Example feed-forward computation
hint: Which shape does your result have for 5 samples and 2 scores?
hint: The numbers are right, but (5, 2) is not (2, 5).
hint: What starts in columns must end in columns.
"""

import numpy as np


def forward_columns(x, Ws, bs, activation):
    h = np.asarray(x, dtype=float)
    for W, b in zip(Ws[:-1], bs[:-1]):
        h = activation(np.asarray(W) @ h + np.asarray(b))
    return (np.asarray(Ws[-1]) @ h + np.asarray(bs[-1])).T
