"""Only the values of the runs come back, without their seeds.

fails: two_runs
points: 0
section: Setting number of layers and their sizes
hint: Could somebody else repeat your runs?
hint: A record says which seeds it was.
hint: Return the two dicts that your audit gives.
"""

import numpy as np


def experiment(seed):
    return np.random.default_rng(seed).normal(size=100).mean()


def audit(experiment, seeds):
    return {"seeds": list(seeds), "values": [experiment(seed) for seed in seeds]}


def two_runs():
    return [audit(experiment, range(k, k + 20))["values"] for k in (0, 20)]
