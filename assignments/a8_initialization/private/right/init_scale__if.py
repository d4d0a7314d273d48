"""One rule for ReLU, another for the rest."""

import math


def init_scale(activation, n_in):
    if activation == "relu":
        return math.sqrt(2 / n_in)
    return math.sqrt(1 / n_in)
