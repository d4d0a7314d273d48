"""np.max takes z for the number of an axis and stops with an error.

fails: relu
points: 0
section: Commonly used activation functions
hint: Read the TypeError: which argument does NumPy not like?
hint: np.max looks for the largest entry of one array; it does not compare two things.
hint: NumPy has a second function whose name begins with max and that compares entry by entry.
"""

import numpy as np


def relu(z):
    return np.max(0, np.asarray(z))
