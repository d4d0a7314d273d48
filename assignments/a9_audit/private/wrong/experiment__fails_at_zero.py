"""The seed itself is used as a number, which goes wrong for seed 0.

fails: experiment
points: 2
section: Commonly used activation functions
hint: Try the seed 0.
hint: A seed chooses random numbers; it is no quantity of the experiment.
hint: Use the seed for the generator alone.
"""

import numpy as np


def experiment(seed):
    rng = np.random.default_rng(seed)
    z = rng.normal(size=1000)
    return np.mean(z > 0.5) + 1 / (1000 * seed / seed)
