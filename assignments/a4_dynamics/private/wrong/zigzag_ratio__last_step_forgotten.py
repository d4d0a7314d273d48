"""The last step is left out of the length.

fails: zigzag_ratio
points: 0
section: Commonly used activation functions
hint: What length do you get for a path of a single step?
hint: Five points make four steps. How many does your code add?
hint: The last step ends at the last point: let the loop run one further.
"""

import numpy as np


def zigzag_ratio(path):
    path = np.asarray(path, dtype=float)
    line = np.linalg.norm(path[-1] - path[0])
    way = 0.0
    for i in range(1, len(path) - 1):
        way += np.linalg.norm(path[i] - path[i - 1])
    return way / line if line > 0 else np.inf
