"""Large numbers are cut off at 1, but ReLU has no upper end.

fails: relu
points: 0
section: Commonly used activation functions
hint: What does your function give for 5?
hint: Your range ends at 1, like the sigmoid's.
hint: ReLU cuts off on one side only.
"""

import numpy as np


def relu(z):
    return np.clip(z, 0, 1)
