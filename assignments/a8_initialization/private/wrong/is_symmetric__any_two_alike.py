"""One pair of equal units is enough for True; all units must be alike.

fails: is_symmetric
points: 0
section: Weight Initialization
hint: Two units of three are alike, the third is not. What should come back?
hint: You look for one pair, where every pair counts.
hint: True needs that no unit differs from the first.
"""

import numpy as np


def is_symmetric(W, b):
    units = np.column_stack((W, b)).round(7)
    return len(units) == 1 or len(np.unique(units, axis=0)) < len(units)
