"""Every neuron of a layer gets the same bias, the first one.

fails: forward_columns
points: 0
section: Example feed-forward computation
hint: How many numbers does the column b hold?
hint: Your neurons all add the same number.
hint: Row i of b belongs to neuron i; let NumPy repeat it along the samples only.
"""

import numpy as np


def forward_columns(x, Ws, bs, activation):
    h = np.asarray(x, dtype=float)
    for W, b in zip(Ws[:-1], bs[:-1]):
        h = activation(np.asarray(W) @ h + b[0][0])
    return np.asarray(Ws[-1]) @ h + bs[-1][0][0]
