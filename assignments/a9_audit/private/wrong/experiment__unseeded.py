"""The random numbers do not come from the seed, so each call gives another result.

fails: experiment
points: 2
section: Commonly used activation functions
hint: Call it twice with the same seed and compare.
hint: Where is the generator made, and with what?
hint: Make the generator inside the function, with the seed.
"""

import numpy as np


def experiment(seed):
    rng = np.random.default_rng()
    z = rng.normal(size=1000)
    return np.mean(z)
