"""True or False comes back where a word is asked for.

fails: verdict
points: 0
section: Setting number of layers and their sizes
hint: How many verdicts are there, and how many values has a truth?
hint: The exercise names three texts.
hint: Return one of the texts, in quotes.
"""

import numpy as np


def verdict(values, low, high):
    x = np.asarray(values, dtype=float)
    mean, error = x.mean(), x.std(ddof=1) / np.sqrt(x.size)
    a, b = mean - 2 * error, mean + 2 * error
    return bool(low <= a and b <= high)
