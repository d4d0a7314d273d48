"""All activations get the root of 1/n, so a ReLU signal shrinks layer by layer.

fails: init_scale
points: 1
section: Weight Initialization
hint: Which share of the sums does ReLU let through?
hint: With your weights a ReLU signal loses a factor of 0.71 in each layer.
hint: Make up for the lost half: ReLU needs twice the variance.
"""

import numpy as np


def init_scale(activation, n_in):
    return np.sqrt(1 / n_in)
