"""float32 throughout; numbers beyond 80 are as good as 80."""

import numpy as np


def sigmoid(z):
    z = np.clip(np.array(z, dtype=np.float32), -80, 80)
    return 1 / (1 + np.exp(-z))
