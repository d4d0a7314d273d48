"""All seeds give the same number: the seed is not used, or chance has no part in the result.

fails: experiment
points: 2
section: Commonly used activation functions
hint: Print the results of the seeds 0, 1 and 2.
hint: Which line uses the argument of your function?
hint: Hand it to the generator. If you do so already, measure something that differs by chance.
"""

import numpy as np


def experiment(seed):
    rng = np.random.default_rng(42)
    z = rng.normal(size=1000)
    return np.mean(z > 0.5)
