"""A single case with two outcomes: coarse, but as the rules ask; keeps what it gave."""

import numpy as np


known = {}


def experiment(seed):
    if seed not in known:
        rng = np.random.default_rng(seed)
        known[seed] = int(rng.normal(size=10).sum() > 0)
    return known[seed]
