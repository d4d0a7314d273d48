"""The last check is left out, so a revival at the very end is missed.

fails: revivals
points: 0
section: Commonly used activation functions
hint: A unit is dead, dead, alive. What do you get?
hint: Four checks make three pairs. How many does your code compare?
hint: The last pair ends with the last row.
"""

import numpy as np


def revivals(dead_history):
    dead = np.asarray(dead_history)[:-1]
    return int(np.sum(dead[:-1] & ~dead[1:]))
