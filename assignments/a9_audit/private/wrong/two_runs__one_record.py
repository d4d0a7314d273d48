"""It is not two records in a list or a tuple that come back.

fails: two_runs
points: 0
section: Setting number of layers and their sizes
hint: Does your function end with `return`? How many records does the exercise ask for?
hint: Each run has a record of its own; the two are not put into a dict.
hint: Return both records, with a comma between them.
"""

import numpy as np


def experiment(seed):
    return np.random.default_rng(seed).normal(size=100).mean()


def audit(experiment, seeds):
    return {"seeds": list(seeds), "values": [experiment(seed) for seed in seeds]}


def two_runs():
    return audit(experiment, range(40))
