"""It counts units that were ever dead and are alive at the end.

fails: revivals
points: 0
section: Commonly used activation functions
hint: A unit comes back twice and ends dead. What do you get?
hint: What happens at the end says little about what happened before.
hint: Compare each check with the next one, and count events.
"""

import numpy as np


def revivals(dead_history):
    dead = np.asarray(dead_history)
    return int(np.sum(dead.any(axis=0) & ~dead[-1]))
