"""For ReLU the spread is doubled, where the variance should be.

fails: init_scale
points: 1
section: Weight Initialization
hint: With 8 inputs a ReLU needs a spread of 0.5. What do you return?
hint: Doubling the spread makes the variance four times as large.
hint: The 2 belongs under the root.
"""

import numpy as np


def init_scale(activation, n_in):
    if activation == "relu":
        return 2 / np.sqrt(n_in)
    return 1 / np.sqrt(n_in)
