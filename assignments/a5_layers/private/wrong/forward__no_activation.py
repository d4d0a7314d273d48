"""The activation is never applied, so all layers are one linear layer.

fails: forward
points: 1
section: Example feed-forward computation
hint: Where does your code call activation?
hint: Your network collapses: it is linear, however deep it is.
hint: Each hidden layer hands its sums to the activation before the next layer sees them.
"""

import numpy as np


def forward(X, Ws, bs, activation):
    A = np.asarray(X, dtype=float)
    for W, b in zip(Ws[:-1], bs[:-1]):
        A = A @ np.transpose(W) + b
    return A @ np.transpose(Ws[-1]) + bs[-1]
