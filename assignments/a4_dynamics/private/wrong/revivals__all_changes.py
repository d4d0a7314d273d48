"""It counts every change, deaths as well as revivals.

fails: revivals
points: 0
section: Commonly used activation functions
hint: What do you get for a unit that is alive, then dead?
hint: The difference of True and False says that something changed, but not which way.
hint: Ask for both: dead before, and alive after.
"""

import numpy as np


def revivals(dead_history):
    return int(np.sum(np.diff(np.asarray(dead_history), axis=0)))
