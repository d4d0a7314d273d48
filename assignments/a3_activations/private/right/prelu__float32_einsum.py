"""The negative part is scaled by einsum, in float32; it prints too."""

import numpy as np


def prelu(z, alpha):
    z, alpha = np.array(z, dtype=np.float32), np.array(alpha, dtype=np.float32)
    print("alphas", alpha)
    return np.maximum(z, 0) + np.einsum("ij,j->ij", np.minimum(z, 0), alpha)
