"""The result is a matrix with one row, shape (1, n_units).

fails: dead_units
points: 0
section: Commonly used activation functions
hint: Print the shape of your result.
hint: One answer for each unit makes shape (n_units,).
hint: Let the axis of the samples disappear.
"""

import numpy as np


def dead_units(activations):
    return (np.asarray(activations) <= 0).all(axis=0, keepdims=True)
