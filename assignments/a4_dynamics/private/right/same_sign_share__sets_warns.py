"""A set of signs for each row; 0 divided by 0 warns, prints too."""

import numpy as np


def same_sign_share(gradients):
    gradients = np.array(gradients, dtype=float)
    print("shape", gradients.shape)
    signs = gradients / np.abs(gradients)
    return [set(row) in ({1.0}, {-1.0}) for row in signs.tolist()].count(True) / len(signs)
