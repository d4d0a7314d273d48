"""The number of revivals is divided by the number of units.

fails: revivals
points: 1
section: Commonly used activation functions
hint: Can your result be a fraction?
hint: A count is asked for, not a share.
hint: Leave out the division by the number of units, or the mean.
"""

import numpy as np


def revivals(dead_history):
    dead = np.asarray(dead_history)
    return float((dead[:-1] & ~dead[1:]).sum() / dead.shape[1])
