"""The total is overwritten in each round of the loop, so only the last bump is left.

fails: bump_sum
points: 0
section: Representational power
hint: What is your sum inside the first bin?
hint: Print the total in the loop: does it grow, or start anew?
hint: In the loop, keep what was there and add the next bump to it.
"""

import numpy as np


def bump_sum(x, edges, heights):
    x = np.asarray(x)
    total = np.zeros(x.shape)
    for height, left, right in zip(heights, edges[:-1], edges[1:]):
        total = height * ((left <= x) & (x < right))
    return total
