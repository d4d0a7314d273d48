"""The result is not finite: nan or infinity.

fails: experiment
points: 0
section: Commonly used activation functions
hint: Print a few results.
hint: Look for a division by 0, or the logarithm of 0.
hint: Which quantity is 0, and what should the ratio be then?
"""

import numpy as np


def experiment(seed):
    rng = np.random.default_rng(seed)
    z = rng.normal(size=1000)
    return np.mean(z) / np.sum(z > 99)
