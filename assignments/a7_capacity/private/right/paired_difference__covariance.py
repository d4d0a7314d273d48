"""Variances of both sides minus twice their covariance."""

import numpy as np


def paired_difference(a, b):
    table = np.cov(np.array([a, b], dtype=float))
    variance = table[0, 0] + table[1, 1] - 2 * table[0, 1]
    error = np.sqrt(max(variance, 0.0) / len(a))
    return np.array([np.mean(a) - np.mean(b), error])
