"""x is assumed to be an array, so a plain list raises an error.

fails: bump_sum
points: 2
section: Representational power
hint: Try bump_sum([0.5], [0, 1], [3]) and read the error.
hint: A list can't be compared with a number.
hint: Turn x into an array first.
"""


def bump_sum(x, edges, heights):
    total = 0.0
    for i in range(len(heights)):
        total = total + heights[i] * ((edges[i] <= x) & (x < edges[i + 1]))
    return total
