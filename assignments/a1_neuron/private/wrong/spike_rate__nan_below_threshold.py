"""The formula is used below the threshold too, where it takes the logarithm of a negative number.

fails: spike_rate
points: 2
section: Biological motivation and connections
hint: What does your function give for a current of 0.5?
hint: Below the threshold there is no time at which the voltage arrives, so the formula has no answer.
hint: A current that is not above the threshold gives a rate of 0; decide that for each entry.
"""

import numpy as np


def spike_rate(current, tau=0.01, refractory=0.01, threshold=1.0):
    current = np.asarray(current, dtype=float)
    interval = refractory + tau * np.log(current / (current - threshold))
    return 1 / interval
