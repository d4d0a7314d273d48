"""The return stands inside the loop, so only the first bump is added.

fails: bump_sum
points: 0
section: Representational power
hint: What is your sum inside the second bin?
hint: A return ends the function at once, even in the middle of a loop.
hint: Look at how far the return is indented: it belongs behind the loop.
"""

import numpy as np


def bump_sum(x, edges, heights):
    x = np.asarray(x)
    total = np.zeros(x.shape)
    for height, left, right in zip(heights, edges[:-1], edges[1:]):
        total = total + height * ((left <= x) & (x < right))
        return total
