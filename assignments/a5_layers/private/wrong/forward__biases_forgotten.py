"""The biases are never added.

fails: forward
points: 0
section: Example feed-forward computation
hint: Which of the arguments does your code not use?
hint: Give an input of zeros: your scores are those of a net without biases.
hint: Every layer, the last one too, adds its own b.
"""

import numpy as np


def forward(X, Ws, bs, activation):
    A = np.asarray(X, dtype=float)
    for W, b in zip(Ws[:-1], bs[:-1]):
        A = activation(A @ np.transpose(W))
    return A @ np.transpose(Ws[-1])
