"""NumPy's division, in float32."""

import numpy as np


def convert_weight_decay(value, batch_size):
    return np.float32(np.divide(value, batch_size))
