"""Frobenius norms, squared again."""

import numpy as np


def l2_penalty(Ws, weight_decay):
    return weight_decay / 2 * sum(np.linalg.norm(W) ** 2 for W in Ws)
