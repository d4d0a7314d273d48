"""Plain Python: one multiplication at a time, `math.exp`, and a list for a batch."""

import math


def fire(sample, w, b):
    total = b
    for value, weight in zip(sample, w):
        total += value * weight
    if total >= 0:
        return 1 / (1 + math.exp(-total))
    e = math.exp(total)
    return e / (1 + e)


def neuron(x, w, b):
    try:
        rows = [list(row) for row in x]
    except TypeError:
        return fire(x, w, b)
    return [fire(row, w, b) for row in rows]
