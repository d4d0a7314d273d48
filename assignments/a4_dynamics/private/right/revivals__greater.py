"""True is larger than False."""

import numpy as np


def revivals(dead_history):
    dead = np.asarray(dead_history)
    return np.count_nonzero(dead[:-1] > dead[1:])
