"""Each call gives other values, so nobody can run the audit again.

fails: two_runs
points: 1
section: Setting number of layers and their sizes
hint: Call it twice and compare the values.
hint: The seeds are the same. Does your experiment use them?
hint: Make the generator inside the experiment, with the seed.
"""

import numpy as np


def experiment(seed):
    return np.random.default_rng().normal(size=100).mean()


def audit(experiment, seeds):
    return {"seeds": list(seeds), "values": [experiment(seed) for seed in seeds]}


def two_runs():
    return audit(experiment, range(20)), audit(experiment, range(20, 40))
