"""The half in front of lambda is left out, so every penalty is twice too large.

fails: l2_penalty
points: 0
section: Setting number of layers and their sizes
hint: Compare your number with the first example: by which factor are you off?
hint: Does everything in front of the sum sign of the formula occur in your code?
hint: Some books use lambda alone. This course puts a number below it.
"""

import numpy as np


def l2_penalty(Ws, weight_decay):
    return weight_decay * sum(np.sum(np.square(W)) for W in Ws)
