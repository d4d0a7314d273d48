"""True stands for units that differ; the exercise asks the other way round.

fails: is_symmetric
points: 0
section: Weight Initialization
hint: What does your function say of a layer whose units are all zero?
hint: All your answers are the wrong way round.
hint: Symmetric means alike: True if no unit differs.
"""

import numpy as np


def is_symmetric(W, b):
    W, b = np.asarray(W, dtype=float), np.asarray(b, dtype=float)
    alike = np.all(abs(W - W[0]) <= 1e-9)
    return not bool(alike and np.all(abs(b - b[0]) <= 1e-9))
