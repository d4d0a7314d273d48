"""All entries are added up in the end, so one number comes back for the whole array.

fails: bump_sum
points: 0
section: Representational power
hint: Print the shape of your result for an x with three entries.
hint: The sum of the formula runs over the bins, and not over the places x.
hint: Leave the last sum out: each place keeps its own number.
"""

import numpy as np


def bump_sum(x, edges, heights):
    x = np.asarray(x)
    total = np.zeros(x.shape)
    for height, left, right in zip(heights, edges[:-1], edges[1:]):
        total = total + height * ((left <= x) & (x < right))
    return np.sum(total)
