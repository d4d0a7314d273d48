"""The rates go into an array of integers, which cuts off their fractions.

fails: spike_rate
points: 3
section: Biological motivation and connections
hint: Compare your answers for the currents 2 and 2.0.
hint: np.zeros_like copies the type as well: for whole currents you get an array of integers.
hint: Start from float zeros, np.zeros(np.shape(current)).
"""

import numpy as np


def spike_rate(current, tau=0.01, refractory=0.01, threshold=1.0):
    current = np.asarray(current)
    fires = current > threshold
    rate = np.zeros_like(current)
    driven = current[fires]
    rate[fires] = 1 / (refractory + tau * np.log(driven / (driven - threshold)))
    return rate
