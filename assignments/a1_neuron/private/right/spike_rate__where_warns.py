"""`np.where` computes both branches, so NumPy warns about logarithms nobody uses."""

import numpy as np


def spike_rate(current, tau=0.01, refractory=0.01, threshold=1.0):
    current = np.array(current) * 1.0
    t_climb = tau * (np.log(current) - np.log(current - threshold))
    return np.where(current > threshold, 1 / (refractory + t_climb), 0)
