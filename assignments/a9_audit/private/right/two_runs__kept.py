"""Runs once and keeps the records; warns."""

import warnings

import numpy as np


def experiment(seed):
    return np.random.default_rng(seed).normal(size=100).mean()


def audit(experiment, seeds):
    return {"seeds": list(seeds), "values": [experiment(seed) for seed in seeds]}


kept = []


def two_runs():
    warnings.warn("running", stacklevel=1)
    if not kept:
        kept.extend(audit(experiment, range(k, k + 20)) for k in (0, 20))
    return kept[0], kept[1]
