"""A run has fewer than 20 different seeds.

fails: two_runs
points: 1
section: Setting number of layers and their sizes
hint: Count the seeds of both runs; equal ones count once.
hint: range(0, 10) ends before 10.
hint: Take at least 20 seeds for each of the runs.
"""

import numpy as np


def experiment(seed):
    return np.random.default_rng(seed).normal(size=100).mean()


def audit(experiment, seeds):
    return {"seeds": list(seeds), "values": [experiment(seed) for seed in seeds]}


def two_runs():
    return audit(experiment, range(10)), audit(experiment, range(10, 20))
