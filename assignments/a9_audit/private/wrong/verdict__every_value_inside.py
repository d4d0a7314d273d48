"""Each single value must lie inside, as if the claim were about single runs.

fails: verdict
points: 2
section: Setting number of layers and their sizes
hint: The claim is about a mean. May one seed lie outside?
hint: You compare the smallest and the largest value.
hint: Compare the mean, two standard errors to each side.
"""

import numpy as np


def verdict(values, low, high):
    if low <= np.min(values) and np.max(values) <= high:
        return "agree"
    if np.max(values) < low or high < np.min(values):
        return "differ"
    return "cannot tell"
