"""The threshold is taken to be 1, whatever the caller asks for.

fails: spike_rate
points: 3
section: Biological motivation and connections
hint: Change each argument in turn. Which one has no effect?
hint: With a threshold of 2 a current of 1.5 must give silence.
hint: The number 1 in your formula stands for the threshold only in the default case.
"""

import numpy as np


def spike_rate(current, tau=0.01, refractory=0.01, threshold=1.0):
    current = np.asarray(current, dtype=float)
    fires = current > 1
    driven = np.where(fires, current, 2.0)
    interval = refractory + tau * np.log(driven / (driven - 1))
    return np.where(fires, 1 / interval, 0.0)
