"""Plain Python: one sample at a time, and two forms of one formula."""

import math


def cost(margin):
    if margin > 0:
        return math.log1p(math.exp(-margin))
    return -margin + math.log1p(math.exp(margin))


def binary_cross_entropy(scores, y):
    total = 0.0
    for score, label in zip(scores, y):
        total += cost(score if label == 1 else -score)
    return total / len(y)
