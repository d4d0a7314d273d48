"""Outputs below a small margin are taken for 0.

fails: dead_units
points: 2
section: Commonly used activation functions
hint: Multiply all outputs by 1e-9. Does your answer change?
hint: A small output still has the full slope of 1.
hint: Compare with 0 itself, without any margin.
"""

import numpy as np


def dead_units(activations):
    return np.max(activations, axis=0) < 1e-6
