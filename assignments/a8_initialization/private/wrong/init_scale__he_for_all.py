"""All activations get the root of 2/n, although only ReLU cuts off half.

fails: init_scale
points: 1
section: Weight Initialization
hint: Does tanh set half of its sums to 0?
hint: Without an activation your signal grows by a factor of 1.41 in each layer.
hint: The factor 2 makes up for what ReLU cuts off; the others have no need of it.
"""

import numpy as np


def init_scale(activation, n_in):
    return np.sqrt(2 / n_in)
