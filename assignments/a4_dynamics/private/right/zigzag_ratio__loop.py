"""Plain Python with math.dist, as in notebook 04."""

import math


def zigzag_ratio(path):
    length = 0.0
    for before, after in zip(path, path[1:]):
        length += math.dist(before, after)
    line = math.dist(path[0], path[-1])
    return math.inf if line == 0 else length / line
