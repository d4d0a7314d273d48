"""ReLU gets half of the variance, where it needs twice as much.

fails: init_scale
points: 1
section: Weight Initialization
hint: ReLU weakens the signal. Must its weights be larger or smaller?
hint: With your weights a ReLU signal is halved in each layer.
hint: The lost half is made up for, so the variance is doubled.
"""

import numpy as np


def init_scale(activation, n_in):
    if activation == "relu":
        return np.sqrt(1 / (2 * n_in))
    return np.sqrt(1 / n_in)
