"""f is asked at half the width of each bin, but the middle also has a place.

fails: bump_heights
points: 0
section: Representational power
hint: Where is the middle between 10 and 12 in your code?
hint: Move all edges by 5. Does your result change?
hint: Half the width is how far the middle lies behind the left edge; add that edge.
"""

import numpy as np


def bump_heights(f, edges):
    return f(np.diff(np.asarray(edges, dtype=float)) / 2)
