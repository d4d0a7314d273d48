"""Only the first and the last check are compared; what happens between is lost.

fails: revivals
points: 0
section: Commonly used activation functions
hint: A unit is dead, alive, dead again. What do you get?
hint: A unit may die and come back between the ends.
hint: Compare each check with the next one.
"""

import numpy as np


def revivals(dead_history):
    dead = np.asarray(dead_history)
    return int(np.sum(dead[0] & ~dead[-1]))
