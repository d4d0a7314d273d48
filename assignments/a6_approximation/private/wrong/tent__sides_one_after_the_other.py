"""The second side is applied to what the first one has changed, so some numbers are folded twice.

fails: tent
points: 0
section: Representational power
hint: What is your tent at 0.4? It should be 0.8.
hint: After the first line 0.4 has become 0.8, and the second line takes it for the right side.
hint: Decide for both sides by the old number, in one choice.
"""

import numpy as np


def tent(x, depth):
    x = np.asarray(x)
    for _ in range(depth):
        x = np.where(x <= 0.5, 2 * x, x)
        x = np.where(x > 0.5, 2 - 2 * x, x)
    return x
