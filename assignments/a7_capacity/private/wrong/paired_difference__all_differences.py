"""All differences come back in the first place, where their mean is asked for.

fails: paired_difference
points: 1
section: Setting number of layers and their sizes
hint: How many numbers does the first part of your answer hold?
hint: You have made the differences; one step is left.
hint: Return their mean and its standard error.
"""

import numpy as np


def paired_difference(a, b):
    d = np.asarray(a) - np.asarray(b)
    return d, np.std(d, ddof=1) / np.sqrt(len(d))
