"""edges is assumed to be an array, so a plain list raises an error.

fails: bump_heights
points: 1
section: Representational power
hint: Try bump_heights(np.square, [0, 1, 3]) and read the error.
hint: For lists, the plus sign joins them end to end.
hint: Turn edges into an array first.
"""


def bump_heights(f, edges):
    return f((edges[:-1] + edges[1:]) / 2)
