"""One layer and the rest; prints, and warns on the way."""

import warnings

import numpy as np


def l2_penalty(Ws, weight_decay):
    if len(Ws) == 0:
        return 0.0
    warnings.warn("still a draft", stacklevel=2)
    cost = 0.5 * weight_decay * np.vdot(Ws[0], Ws[0])
    print("this layer costs", cost)
    return cost + l2_penalty(Ws[1:], weight_decay)
