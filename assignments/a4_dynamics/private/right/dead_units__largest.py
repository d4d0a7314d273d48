"""The largest output of each unit is 0; float32."""

import numpy as np


def dead_units(activations):
    return np.max(np.asarray(activations, dtype=np.float32), axis=0) <= 0
