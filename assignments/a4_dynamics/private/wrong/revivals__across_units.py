"""Neighbouring units are compared, not neighbouring checks.

fails: revivals
points: 0
section: Commonly used activation functions
hint: What do you get for a single unit?
hint: Time runs down the rows.
hint: Which axis do your slices shorten?
"""

import numpy as np


def revivals(dead_history):
    dead = np.asarray(dead_history)
    return int(np.sum(dead[:, :-1] & ~dead[:, 1:]))
