"""Seeds drawn without repetition, from a generator with a seed; prints."""

import numpy as np


def experiment(seed):
    return np.random.default_rng(seed).normal(size=100).mean()


def audit(experiment, seeds):
    return {"seeds": list(seeds), "values": [experiment(seed) for seed in seeds]}


def two_runs():
    print("two runs")
    seeds = np.random.default_rng(5).permutation(1000)
    return audit(experiment, seeds[:20].tolist()), audit(experiment, seeds[20:45].tolist())
