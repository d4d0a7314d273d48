"""All changes are counted and halved, as if every revival came with a death.

fails: revivals
points: 0
section: Commonly used activation functions
hint: A unit is dead, then alive for good. What do you get?
hint: Deaths and revivals take turns, but a history may begin or end with either.
hint: Count only the changes from dead to alive.
"""

import numpy as np


def revivals(dead_history):
    changes = np.diff(np.asarray(dead_history).astype(int), axis=0)
    return int(np.sum(changes != 0)) // 2
