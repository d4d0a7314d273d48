"""The last layer has lost its bias along with its activation.

fails: forward
points: 0
section: Example feed-forward computation
hint: What exactly does the output layer leave out?
hint: With a single layer your scores are wrong by a constant in each column.
hint: The last line is plain in one respect only: nothing is applied to its sums.
"""

import numpy as np


def forward(X, Ws, bs, activation):
    A = np.asarray(X, dtype=float)
    for W, b in zip(Ws[:-1], bs[:-1]):
        A = activation(A @ np.transpose(W) + b)
    return A @ np.transpose(Ws[-1])
