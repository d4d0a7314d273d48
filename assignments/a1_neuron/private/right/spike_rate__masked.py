"""Start from silence and fill in the entries that fire."""

import numpy as np


def spike_rate(current, tau=0.01, refractory=0.01, threshold=1.0):
    current = np.asarray(current, dtype=float)
    rate = np.zeros(current.shape)
    on = current > threshold
    rate[on] = 1 / (refractory + tau * np.log(current[on] / (current[on] - threshold)))
    return rate
