"""The tent is raised to a power; a composition is no product.

fails: tent
points: 2
section: Representational power
hint: What is your tent(0.75, 2)?
hint: Feeding one function into the next does not multiply their results.
hint: Take the result of one fold as the input of the next.
"""

import numpy as np


def tent(x, depth):
    x = np.asarray(x)
    return np.minimum(2 * x, 2 - 2 * x) ** depth if depth else x
