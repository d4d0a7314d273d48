"""The voltage that the membrane settles at is returned as if it were the firing rate.

fails: spike_rate
points: 0
section: Biological motivation and connections
hint: In which unit is your answer, volts or spikes per second?
hint: The voltage never settles: it is reset each time it reaches the threshold.
hint: Ask how long the voltage needs from 0 to the threshold; the rate follows from that time.
"""

import numpy as np


def spike_rate(current, tau=0.01, refractory=0.01, threshold=1.0):
    current = np.asarray(current, dtype=float)
    return np.where(current > threshold, current, 0.0)
