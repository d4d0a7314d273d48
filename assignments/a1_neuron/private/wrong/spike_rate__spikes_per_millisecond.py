"""The result is in spikes per millisecond, although tau and the refractory time are in seconds.

fails: spike_rate
points: 0
section: Biological motivation and connections
hint: Is about 0.05 a likely number of spikes per second for a busy neuron?
hint: Your answers are too small by the same factor everywhere.
hint: All times in this exercise are in seconds, so no factor of 1000 is needed.
"""

import numpy as np


def spike_rate(current, tau=0.01, refractory=0.01, threshold=1.0):
    current = np.asarray(current, dtype=float)
    fires = current > threshold
    driven = np.where(fires, current, threshold + 1)
    interval = refractory + tau * np.log(driven / (driven - threshold))
    return np.where(fires, 1 / (1000 * interval), 0.0)
