"""Only the first two layers are collapsed; the others are ignored.

fails: collapse
points: 0
section: Representational power
hint: What if there are three layers?
hint: Your code looks at fixed places of the lists.
hint: Take the result of one step as the first layer of the next.
"""

import numpy as np


def collapse(Ws, bs):
    W1, W2 = np.asarray(Ws[0]), np.asarray(Ws[1])
    return W2 @ W1, W2 @ np.asarray(bs[0]) + np.asarray(bs[1])
