"""Weights and bias in one matrix with a last row 0 ... 0 1."""

from functools import reduce

import numpy as np


def collapse(Ws, bs):
    blocks = []
    for W, b in zip(Ws, bs):
        top = np.column_stack([W, b])
        blocks.append(np.vstack([top, np.eye(top.shape[1])[-1]]))
    M = reduce(lambda before, block: block @ before, blocks)
    return M[:-1, :-1], M[:-1, -1]
