"""A dead check is paired with every later living one, not only with the next.

fails: revivals
points: 0
section: Commonly used activation functions
hint: A unit is dead, then alive, alive, alive. What do you get?
hint: Whoever stays alive comes back only once.
hint: Compare each check with the one right behind it.
"""

import numpy as np


def revivals(dead_history):
    dead = np.asarray(dead_history)
    return sum(int(np.sum(dead[i] & ~dead[i + 1 :])) for i in range(len(dead)))
