"""True or False comes back where a number is asked for.

fails: experiment
points: 0
section: Commonly used activation functions
hint: What is the type of your result?
hint: Which number stands behind your yes or no?
hint: Return the number itself; the verdict comes later.
"""

import numpy as np


def experiment(seed):
    rng = np.random.default_rng(seed)
    z = rng.normal(size=1000)
    return bool(np.mean(z > 0.5) > 0.3)
