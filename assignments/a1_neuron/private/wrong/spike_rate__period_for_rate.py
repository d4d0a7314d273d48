"""The time between two spikes is returned instead of the number of spikes in a second.

fails: spike_rate
points: 0
section: Biological motivation and connections
hint: Should a stronger current make your number larger or smaller?
hint: 0.02 seconds from spike to spike is not 0.02 spikes per second.
hint: A rate in Hz is one divided by the time between two spikes.
"""

import numpy as np


def spike_rate(current, tau=0.01, refractory=0.01, threshold=1.0):
    current = np.asarray(current, dtype=float)
    fires = current > threshold
    driven = np.where(fires, current, threshold + 1)
    interval = refractory + tau * np.log(driven / (driven - threshold))
    return np.where(fires, interval, 0.0)
