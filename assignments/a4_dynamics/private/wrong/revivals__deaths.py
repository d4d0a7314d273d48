"""It counts deaths, the changes from alive to dead.

fails: revivals
points: 0
section: Commonly used activation functions
hint: What do you get for a unit that is alive, then dead?
hint: There are two kinds of change.
hint: At a revival the earlier check says dead and the later one alive.
"""

import numpy as np


def revivals(dead_history):
    dead = np.asarray(dead_history)
    return int(np.sum(~dead[:-1] & dead[1:]))
