"""Some seeds stand in both runs.

fails: two_runs
points: 1
section: Setting number of layers and their sizes
hint: Print the seeds of both runs. Which stand in both?
hint: A replication has to be new from first to last.
hint: Begin the second run beyond the last seed of the first.
"""

import numpy as np


def experiment(seed):
    return np.random.default_rng(seed).normal(size=100).mean()


def audit(experiment, seeds):
    return {"seeds": list(seeds), "values": [experiment(seed) for seed in seeds]}


def two_runs():
    return audit(experiment, range(30)), audit(experiment, range(20, 50))
