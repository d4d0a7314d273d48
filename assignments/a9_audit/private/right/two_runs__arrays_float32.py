"""Arrays in the records, float32 values."""

import numpy as np


def experiment(seed):
    return np.random.default_rng(seed).normal(size=100).mean()


def audit(experiment, seeds):
    return {"seeds": list(seeds), "values": [experiment(seed) for seed in seeds]}


def two_runs():
    records = []
    for start in (5000, 7000):
        seeds = start + np.arange(25)
        values = np.array([experiment(seed) for seed in seeds], dtype=np.float32)
        records.append({"seeds": seeds, "values": values})
    return tuple(records)
