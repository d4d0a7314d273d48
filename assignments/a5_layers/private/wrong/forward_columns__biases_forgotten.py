"""The biases are never added.

fails: forward_columns
points: 0
section: Example feed-forward computation
hint: Which of the arguments does your code not use?
hint: Give an input of zeros: your scores are those of a net without biases.
hint: Every layer, the last one too, adds its own column b.
"""

import numpy as np


def forward_columns(x, Ws, bs, activation):
    h = np.asarray(x, dtype=float)
    for W, b in zip(Ws[:-1], bs[:-1]):
        h = activation(np.asarray(W) @ h)
    return np.asarray(Ws[-1]) @ h
