"""Plain Python, with logarithms to base 10 and the sums of the formula."""

import math


def error_slope(n_units, errors):
    u = [math.log10(n) for n in n_units]
    v = [math.log10(e) for e in errors]
    m = len(u)
    top = m * sum(a * b for a, b in zip(u, v)) - sum(u) * sum(v)
    return top / (m * sum(a * a for a in u) - sum(u) ** 2)
