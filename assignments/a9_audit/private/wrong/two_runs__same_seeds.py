"""The replication uses the seeds of the first run, so it could not come out otherwise.

fails: two_runs
points: 1
section: Setting number of layers and their sizes
hint: Compare the values of your two runs.
hint: With the same seeds the same numbers come out, by construction.
hint: Take seeds for the second run that you have not seen.
"""

import numpy as np


def experiment(seed):
    return np.random.default_rng(seed).normal(size=100).mean()


def audit(experiment, seeds):
    return {"seeds": list(seeds), "values": [experiment(seed) for seed in seeds]}


def two_runs():
    return audit(experiment, range(20)), audit(experiment, range(20))
