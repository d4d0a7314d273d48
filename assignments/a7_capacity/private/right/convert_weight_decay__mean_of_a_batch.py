"""The penalty is added for one point of the batch, and the batch is averaged."""

import numpy as np


def convert_weight_decay(value, batch_size):
    per_point = np.zeros(batch_size)
    per_point[0] = value
    return per_point.mean()
