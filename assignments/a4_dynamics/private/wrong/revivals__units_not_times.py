"""Each unit counts at most once, however often it comes back.

fails: revivals
points: 0
section: Commonly used activation functions
hint: A unit comes back twice. What do you get?
hint: Revivals are events, and one unit can have several.
hint: Add up the events of all units.
"""

import numpy as np


def revivals(dead_history):
    dead = np.asarray(dead_history)
    back = dead[:-1] & ~dead[1:]
    return int(back.any(axis=0).sum())
