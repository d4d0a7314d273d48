"""Other algebra: sorted, then looked up; the share as float32. It prints too."""

import numpy as np


def saturated_fraction(slopes, threshold=0.01):
    ordered = np.sort(np.array(slopes, dtype=float).ravel())
    print("smallest slope:", ordered[0])
    return np.float32(np.searchsorted(ordered, threshold) / ordered.size)
