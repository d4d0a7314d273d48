"""The share of one point, times the strength; an array of shape ()."""

import numpy as np


def convert_weight_decay(value, batch_size):
    share = 1.0 / np.array(batch_size)
    return share * np.asarray(value)
