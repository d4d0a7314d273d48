"""An if statement decides for the whole array at once, which Python refuses.

fails: spike_rate
points: 3
section: Biological motivation and connections
hint: Try an array of three currents and read the ValueError.
hint: An if needs one True or False, but a comparison of an array gives one for each entry.
hint: Choose entry by entry: with a mask, with np.where, or in a loop.
"""

import math


def spike_rate(current, tau=0.01, refractory=0.01, threshold=1.0):
    if current <= threshold:
        return 0.0
    return 1 / (refractory + tau * math.log(current / (current - threshold)))
