"""It returns one count for each unit, not the sum.

fails: revivals
points: 0
section: Commonly used activation functions
hint: What is the shape of your result?
hint: One whole number is asked for, all units together.
hint: Add up the counts.
"""

import numpy as np


def revivals(dead_history):
    dead = np.asarray(dead_history)
    return (dead[:-1] & ~dead[1:]).sum(axis=0)
