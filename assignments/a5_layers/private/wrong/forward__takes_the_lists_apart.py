"""The last layer is taken off the caller's own lists.

fails: forward
points: 2
section: Example feed-forward computation
hint: How many matrices are in Ws after the call?
hint: Ask your network twice: the second answer differs.
hint: Read the last layer without removing it from the list.
"""

import numpy as np


def forward(X, Ws, bs, activation):
    W_out, b_out = Ws.pop(), bs.pop()
    A = np.asarray(X, dtype=float)
    for W, b in zip(Ws, bs):
        A = activation(A @ np.transpose(W) + b)
    return A @ np.transpose(W_out) + b_out
