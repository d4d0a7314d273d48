"""All cases come back, not one number for the seed.

fails: experiment
points: 0
section: Commonly used activation functions
hint: How many numbers does one call return?
hint: A table has one number for each seed.
hint: Average over the cases before you return.
"""

import numpy as np


def experiment(seed):
    rng = np.random.default_rng(seed)
    z = rng.normal(size=1000)
    return 1 / (1 + np.exp(-z))
