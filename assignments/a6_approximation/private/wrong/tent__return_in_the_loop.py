"""The return stands inside the loop: there is one fold at most, and nothing comes back for depth 0.

fails: tent
points: 2
section: Representational power
hint: What does your function return for depth 2, and what for depth 0?
hint: A return ends the function at once, even in the middle of a loop.
hint: Look at how far the return is indented: it belongs behind the loop.
"""

import numpy as np


def tent(x, depth):
    x = np.asarray(x)
    for _ in range(depth):
        x = np.where(x <= 0.5, 2 * x, 2 - 2 * x)
        return x
