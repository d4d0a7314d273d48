"""It counts how often units were dead, not how often they came back.

fails: revivals
points: 0
section: Commonly used activation functions
hint: What do you get if all units stay dead?
hint: A revival is a change between two checks.
hint: Compare each check with the next one.
"""

import numpy as np


def revivals(dead_history):
    return int(np.sum(dead_history))
