"""It compares the number of dead units before and after; deaths cancel revivals.

fails: revivals
points: 0
section: Commonly used activation functions
hint: One unit dies while another comes back. What do you get?
hint: Sums over the units hide who changed.
hint: Compare unit by unit, then count.
"""

import numpy as np


def revivals(dead_history):
    dead = np.asarray(dead_history).sum(axis=1)
    return int(np.sum(dead[:-1] - dead[1:]))
