"""Measured: a small step to both sides, in float64; it prints too."""

import numpy as np


def sigmoid(z):
    return 0.5 + 0.5 * np.tanh(z / 2)


def sigmoid_slope(z):
    z, h = np.array(z, dtype=float), 1e-4
    print("step", h)
    return (sigmoid(z + h) - sigmoid(z - h)) / (2 * h)
