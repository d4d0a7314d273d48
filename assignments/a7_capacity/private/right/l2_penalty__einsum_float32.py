"""einsum over both indices, in float32."""

import numpy as np


def l2_penalty(Ws, weight_decay):
    layers = [np.asarray(W, dtype=np.float32) for W in Ws]
    squares = [np.einsum("ij,ij->", W, W) for W in layers]
    return np.float32(0.5 * weight_decay) * np.float32(sum(squares))
