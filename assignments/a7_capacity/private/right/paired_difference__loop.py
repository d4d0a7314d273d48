"""Sums in loops, with math.sqrt."""

import math


def paired_difference(a, b):
    d = [float(x) - float(y) for x, y in zip(a, b, strict=True)]
    n = len(d)
    mean = sum(d) / n
    squares = sum((one - mean) ** 2 for one in d)
    return mean, math.sqrt(squares / (n - 1)) / math.sqrt(n)
