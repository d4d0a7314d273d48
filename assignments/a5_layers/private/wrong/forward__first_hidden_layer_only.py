"""Only the first hidden layer is activated; the others stay linear.

fails: forward
points: 2
section: Example feed-forward computation
hint: What if there are two or more hidden layers?
hint: With one hidden layer your scores are right.
hint: The activation belongs inside the loop over the layers.
"""

import numpy as np


def forward(X, Ws, bs, activation):
    A = np.asarray(X, dtype=float)
    for i, (W, b) in enumerate(zip(Ws, bs)):
        A = A @ np.transpose(W) + b
        if i == 0 and len(Ws) > 1:
            A = activation(A)
    return A
