"""A list, more seeds in the replication."""

import numpy as np


def experiment(seed):
    return np.random.default_rng(seed).normal(size=100).mean()


def audit(experiment, seeds):
    return {"seeds": list(seeds), "values": [experiment(seed) for seed in seeds]}


def two_runs():
    chosen = [range(0, 60, 3), range(1, 100, 3)]
    return [audit(experiment, seeds) for seeds in chosen]
