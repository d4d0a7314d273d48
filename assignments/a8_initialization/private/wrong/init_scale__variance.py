"""The variance is returned, where the spread was asked for.

fails: init_scale
points: 0
section: Weight Initialization
hint: With 4 inputs a tanh unit needs a spread of 0.5. What do you return?
hint: 1/n and 2/n are variances.
hint: The spread is the root of the variance.
"""

import numpy as np


def init_scale(activation, n_in):
    if activation == "relu":
        return 2 / n_in
    return 1 / n_in
