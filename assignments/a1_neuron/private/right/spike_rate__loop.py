"""`math.log` for one current, recursion for everything that has a length; returns lists."""

import math


def spike_rate(current, tau=0.01, refractory=0.01, threshold=1.0):
    if hasattr(current, "__len__"):
        return [spike_rate(one, tau, refractory, threshold) for one in current]
    if current <= threshold:
        return 0.0
    climb = -tau * math.log(1 - threshold / current)
    return 1 / (climb + refractory)
