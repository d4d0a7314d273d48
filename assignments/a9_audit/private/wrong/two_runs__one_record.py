"""One record comes back, not two.

fails: two_runs
points: 0
section: Setting number of layers and their sizes
hint: How many runs does the exercise ask for?
hint: The replication has a record of its own.
hint: Return both records, with a comma between them.
"""

import numpy as np


def experiment(seed):
    return np.random.default_rng(seed).normal(size=100).mean()


def audit(experiment, seeds):
    return {"seeds": list(seeds), "values": [experiment(seed) for seed in seeds]}


def two_runs():
    return audit(experiment, range(40))
