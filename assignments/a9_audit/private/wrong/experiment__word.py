"""A word comes back where a number is asked for.

fails: experiment
points: 0
section: Commonly used activation functions
hint: What is the type of your result?
hint: Words have no mean. What did you measure?
hint: Return the number that led you to the word.
"""

import numpy as np


def experiment(seed):
    rng = np.random.default_rng(seed)
    z = rng.normal(size=1000)
    return "agree" if np.mean(z > 0.5) > 0.3 else "differ"
