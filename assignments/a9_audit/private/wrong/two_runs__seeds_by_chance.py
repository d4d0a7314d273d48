"""The seeds are drawn anew in each call, so nobody can run the audit again.

fails: two_runs
points: 1
section: Setting number of layers and their sizes
hint: Call it twice and compare the seeds.
hint: Which seeds were it, after you closed the notebook?
hint: Decide on the seeds and write them down.
"""

import numpy as np


def experiment(seed):
    return np.random.default_rng(seed).normal(size=100).mean()


def audit(experiment, seeds):
    return {"seeds": list(seeds), "values": [experiment(seed) for seed in seeds]}


def two_runs():
    seeds = np.random.default_rng().permutation(10**6)
    return audit(experiment, seeds[:20].tolist()), audit(experiment, seeds[20:40].tolist())
