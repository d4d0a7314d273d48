"""It asks whether the whole layer is silent, one answer for all units.

fails: dead_units
points: 0
section: Commonly used activation functions
hint: What is the shape of your result?
hint: Without an axis, all and max go over the whole array.
hint: Name the axis of the samples.
"""

import numpy as np


def dead_units(activations):
    return bool(np.max(activations) <= 0)
