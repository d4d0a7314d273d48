"""The code writes a - b directly, which stops with an error for lists.

fails: paired_difference
points: 2
section: Setting number of layers and their sizes
hint: Try it on plain lists: which error do you get?
hint: Lists have no minus sign; arrays have.
hint: np.asarray turns a list into an array.
"""

import numpy as np


def paired_difference(a, b):
    d = a - b
    return np.mean(d), np.std(d, ddof=1) / np.sqrt(len(d))
