"""In hidden layers the bias is added after the activation, where it belongs inside.

fails: forward
points: 1
section: Example feed-forward computation
hint: In f(W x + b), what stands inside the brackets?
hint: With tanh your hidden values leave the range from -1 to 1.
hint: Finish the whole sum, bias included, before you apply the activation.
"""

import numpy as np


def forward(X, Ws, bs, activation):
    A = np.asarray(X, dtype=float)
    for W, b in zip(Ws[:-1], bs[:-1]):
        A = activation(A @ np.transpose(W)) + b
    return A @ np.transpose(Ws[-1]) + bs[-1]
