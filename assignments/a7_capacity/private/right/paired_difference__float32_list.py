"""float32 differences, and a list as answer."""

import numpy as np


def paired_difference(a, b):
    d = np.subtract(a, b).astype(np.float32)
    return [d.mean(), d.std(ddof=1) / np.sqrt(np.float32(d.size))]
