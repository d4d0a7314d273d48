"""The seeds are no list of numbers.

fails: two_runs
points: 0
section: Setting number of layers and their sizes
hint: Print the seeds of a record and their type.
hint: A range, a text or a set is no list.
hint: In your audit, turn the seeds into a list.
"""

import numpy as np


def experiment(seed):
    return np.random.default_rng(seed).normal(size=100).mean()


def audit(experiment, seeds):
    return {"seeds": str(seeds), "values": [experiment(seed) for seed in seeds]}


def two_runs():
    return audit(experiment, range(20)), audit(experiment, range(20, 40))
