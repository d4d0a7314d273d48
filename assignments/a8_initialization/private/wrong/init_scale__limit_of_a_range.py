"""The limit of an even distribution is returned, which is larger than its spread by the root of 3.

fails: init_scale
points: 0
section: Weight Initialization
hint: Is your number the spread of the weights, or the largest weight?
hint: Evenly between -a and a, the spread is only a divided by the root of 3.
hint: Leave the 3 out: the exercise asks for the standard deviation.
"""

import numpy as np


def init_scale(activation, n_in):
    if activation == "relu":
        return np.sqrt(6 / n_in)
    return np.sqrt(3 / n_in)
