"""The seed is written into the function, so all seeds give the same number.

fails: experiment
points: 2
section: Commonly used activation functions
hint: Print the results of the seeds 0, 1 and 2.
hint: Which line uses the argument of your function?
hint: Hand the argument to the generator, not a number of your own.
"""

import numpy as np


def experiment(seed):
    rng = np.random.default_rng(42)
    z = rng.normal(size=1000)
    return np.mean(z > 0.5)
