"""The number is printed and nothing is returned.

fails: experiment
points: 0
section: Commonly used activation functions
hint: Write x = experiment(0), then print x.
hint: What is printed cannot be used further.
hint: Hand the number back with return.
"""

import numpy as np


def experiment(seed):
    rng = np.random.default_rng(seed)
    z = rng.normal(size=1000)
    print(np.mean(z > 0.5))
