"""Each check counts at most once, however many units come back there.

fails: revivals
points: 1
section: Commonly used activation functions
hint: Two units come back at the same check. What do you get?
hint: Several units can revive at once.
hint: Add up the events of all units at all checks.
"""

import numpy as np


def revivals(dead_history):
    dead = np.asarray(dead_history)
    back = dead[:-1] & ~dead[1:]
    return int(back.any(axis=1).sum())
