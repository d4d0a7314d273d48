"""A number at a time; an array is taken apart by recursion, and the answer is a list."""

from math import log


def spike_rate(current, tau=0.01, refractory=0.01, threshold=1.0):
    if hasattr(current, "__len__"):
        return [spike_rate(one, tau, refractory, threshold) for one in current]
    if current <= threshold:
        return 0
    return 1 / (refractory + tau * (log(current) - log(current - threshold)))
