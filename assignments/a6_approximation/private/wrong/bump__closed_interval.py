"""Both edges belong to the bump, so neighbours overlap where they meet.

fails: bump
points: 2
section: Representational power
hint: What does your function answer at x = right?
hint: Put two bumps side by side and ask for the edge between them: the sum is 2.
hint: One of the two signs must be strict, the one at the right edge.
"""

import numpy as np


def bump(x, left, right):
    x = np.asarray(x)
    return ((left <= x) & (x <= right)) * 1.0
