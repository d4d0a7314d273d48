"""The rest after each spike is forgotten, so strong currents fire without any limit.

fails: spike_rate
points: 1
section: Biological motivation and connections
hint: How many spikes fit in one second if the neuron rests 10 ms after each?
hint: With a current of 1000 your neuron fires far more than 100 times a second.
hint: The time from spike to spike has two parts: the climb to the threshold and the rest.
"""

import numpy as np


def spike_rate(current, tau=0.01, refractory=0.01, threshold=1.0):
    current = np.asarray(current, dtype=float)
    fires = current > threshold
    driven = np.where(fires, current, threshold + 1)
    climb = tau * np.log(driven / (driven - threshold))
    return np.where(fires, 1 / climb, 0.0)
