"""The logarithm to base 10 is used where the exponential decay asks for the natural one.

fails: spike_rate
points: 0
section: Biological motivation and connections
hint: The voltage climbs like 1 - exp(-t/tau). Which function undoes exp?
hint: np.log10 undoes powers of ten and not powers of e.
hint: Use the natural logarithm.
"""

import numpy as np


def spike_rate(current, tau=0.01, refractory=0.01, threshold=1.0):
    current = np.asarray(current, dtype=float)
    fires = current > threshold
    driven = np.where(fires, current, threshold + 1)
    interval = refractory + tau * np.log10(driven / (driven - threshold))
    return np.where(fires, 1 / interval, 0.0)
