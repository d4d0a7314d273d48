"""Looks for one number that differs."""


def is_symmetric(W, b):
    for weights, bias in zip(W, b):
        if abs(bias - b[0]) > 1e-9:
            return False
        for w, first in zip(weights, W[0]):
            if abs(w - first) > 1e-9:
                return False
    return True
