"""ReLU and alpha z are added, so the right side becomes steeper as well.

fails: prelu
points: 0
section: Commonly used activation functions
hint: What does your function give for z = 3, with an alpha of 0.5?
hint: On the right the slope should be 1, and yours is 1 plus alpha.
hint: Each number takes one branch only: z or alpha z, never both.
"""

import numpy as np


def prelu(z, alpha):
    z = np.asarray(z, dtype=float)
    return np.maximum(0, z) + np.asarray(alpha, dtype=float) * z
