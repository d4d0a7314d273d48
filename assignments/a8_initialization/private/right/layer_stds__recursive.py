"""The first layer, then the rest of the stack."""

import numpy as np


def layer_stds(X, Ws, activation):
    if len(Ws) == 0:
        return []
    A = activation(np.einsum("mi,oi->mo", X, Ws[0]))
    return [np.std(A), *layer_stds(A, Ws[1:], activation)]
