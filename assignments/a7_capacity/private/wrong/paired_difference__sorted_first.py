"""Both lists are sorted first, so the numbers no longer belong to the same squares.

fails: paired_difference
points: 2
section: Setting number of layers and their sizes
hint: After your first line, does entry i of both still belong to the same square?
hint: Sorting changes no mean, but it changes who is compared with whom.
hint: Leave both lists in their order.
"""

import numpy as np


def paired_difference(a, b):
    d = np.sort(a) - np.sort(b)
    return d.mean(), d.std(ddof=1) / np.sqrt(d.size)
