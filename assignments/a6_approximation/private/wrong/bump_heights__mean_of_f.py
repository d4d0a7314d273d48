"""f at both edges is averaged, which is not f in the middle unless f is a line.

fails: bump_heights
points: 0
section: Representational power
hint: Which comes first, the middle or the function?
hint: For x squared between 0 and 2 you get 2, but the square of 1 is 1.
hint: Average the edges, then ask f once for each bin.
"""

import numpy as np


def bump_heights(f, edges):
    values = f(np.asarray(edges, dtype=float))
    return (values[:-1] + values[1:]) / 2
