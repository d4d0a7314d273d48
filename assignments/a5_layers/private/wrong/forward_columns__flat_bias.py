"""The bias is flattened to (n_out,), so broadcasting adds it along rows of samples.

fails: forward_columns
points: 0
section: Example feed-forward computation
hint: Which shape has b when you add it?
hint: For one sample your result is a square of numbers instead of a column.
hint: NumPy reads a flat (n_out,) as a row; the notes' bias stands upright.
"""

import numpy as np


def forward_columns(x, Ws, bs, activation):
    h = np.asarray(x, dtype=float)
    for W, b in zip(Ws[:-1], bs[:-1]):
        h = activation(np.asarray(W) @ h + np.ravel(b))
    return np.asarray(Ws[-1]) @ h + np.ravel(bs[-1])
