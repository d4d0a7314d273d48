"""It adds up falls in the number of dead units, so a death at the same check hides a revival.

fails: revivals
points: 1
section: Commonly used activation functions
hint: One unit dies while another comes back. What do you get?
hint: The line of a plot can stay level while units change places.
hint: Compare unit by unit, then count.
"""

import numpy as np


def revivals(dead_history):
    dead = np.asarray(dead_history).sum(axis=1)
    return int(np.sum(np.maximum(0, dead[:-1] - dead[1:])))
