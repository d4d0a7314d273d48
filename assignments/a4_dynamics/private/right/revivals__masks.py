"""And, not, on whole arrays."""

import numpy as np


def revivals(dead_history):
    history = np.array(dead_history)
    return (history[:-1] & ~history[1:]).sum()
