"""The factor 2 goes to all activations but ReLU.

fails: init_scale
points: 0
section: Weight Initialization
hint: Which of the four functions cuts off half of the sums?
hint: Both rules are there, each with the other's activations.
hint: He's rule, with the 2, was made for ReLU.
"""

import numpy as np


def init_scale(activation, n_in):
    if activation == "relu":
        return np.sqrt(1 / n_in)
    return np.sqrt(2 / n_in)
