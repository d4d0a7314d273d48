"""The scores come out in columns, where each sample should have a row.

fails: forward
points: 0
section: Example feed-forward computation
hint: Which shape does your result have for 5 samples and 2 scores?
hint: The numbers are right, but (2, 5) is not (5, 2).
hint: What starts in rows must end in rows: look at the last transpose.
"""

import numpy as np


def forward(X, Ws, bs, activation):
    A = np.asarray(X, dtype=float)
    for W, b in zip(Ws[:-1], bs[:-1]):
        A = activation(A @ np.transpose(W) + b)
    return (A @ np.transpose(Ws[-1]) + bs[-1]).T
