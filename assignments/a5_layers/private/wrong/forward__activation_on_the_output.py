"""The activation is applied to the scores too, which should stay plain.

fails: forward
points: 0
section: Output layer
hint: Can a score be -3 or 100 in your network?
hint: Try a network with a single layer: the activation has no place there.
hint: Apply the activation in every layer but the last.
"""

import numpy as np


def forward(X, Ws, bs, activation):
    A = np.asarray(X, dtype=float)
    for W, b in zip(Ws[:-1], bs[:-1]):
        A = activation(A @ np.transpose(W) + b)
    return activation(A @ np.transpose(Ws[-1]) + bs[-1])
