"""Without NumPy, by the distance from the middle."""

import math


def verdict(values, low, high):
    n = len(values)
    mean = sum(float(v) for v in values) / n
    reach = 2 * math.sqrt(sum((float(v) - mean) ** 2 for v in values) / (n - 1) / n)
    ends = (mean - reach, mean + reach)
    if all(low <= end <= high for end in ends):
        return "agree"
    return "cannot tell" if ends[1] >= low and ends[0] <= high else "differ"
