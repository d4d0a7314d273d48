"""W is turned once too often, so columns of weights are used as neurons.

fails: forward
points: 0
section: Example feed-forward computation
hint: Which shape has X, which W, and which product fits?
hint: Your code runs only where n_in and n_out are equal, and then the numbers are wrong.
hint: Row i of W holds neuron i, so the rows of X must meet the rows of W.
"""

import numpy as np


def forward(X, Ws, bs, activation):
    A = np.asarray(X, dtype=float)
    for W, b in zip(Ws[:-1], bs[:-1]):
        A = activation(A @ np.asarray(W) + b)
    return A @ np.asarray(Ws[-1]) + bs[-1]
