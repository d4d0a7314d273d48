"""The activation is applied to the inputs as well, before the first product.

fails: forward
points: 0
section: Example feed-forward computation
hint: Are inputs neurons?
hint: With ReLU your network can't see negative inputs.
hint: The first thing that happens to X is the product with the first weights.
"""

import numpy as np


def forward(X, Ws, bs, activation):
    A = np.asarray(activation(np.asarray(X)), dtype=float)
    for W, b in zip(Ws[:-1], bs[:-1]):
        A = activation(A @ np.transpose(W) + b)
    return A @ np.transpose(Ws[-1]) + bs[-1]
