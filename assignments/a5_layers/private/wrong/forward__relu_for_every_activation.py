"""ReLU is built in, whatever activation was passed.

fails: forward
points: 2
section: Example feed-forward computation
hint: What happens if somebody passes np.tanh?
hint: Your code does not use its fourth argument.
hint: The argument activation is a function: call it by that name.
"""

import numpy as np


def forward(X, Ws, bs, activation):
    A = np.asarray(X, dtype=float)
    for W, b in zip(Ws[:-1], bs[:-1]):
        A = np.maximum(0, A @ np.transpose(W) + b)
    return A @ np.transpose(Ws[-1]) + bs[-1]
