"""Python's own statistics module."""

import statistics


def paired_difference(a, b):
    d = [float(x - y) for x, y in zip(a, b, strict=True)]
    return statistics.fmean(d), statistics.stdev(d) / len(d) ** 0.5
