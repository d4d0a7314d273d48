"""x is assumed to be an array, so a plain list raises an error.

fails: bump
points: 2
section: Representational power
hint: Try bump([0.5, 3.0], 0, 1) and read the error.
hint: A list can't be compared with a number.
hint: Turn x into an array first; NumPy has a function that leaves arrays as they are.
"""


def bump(x, left, right):
    return ((left <= x) & (x < right)) * 1.0
