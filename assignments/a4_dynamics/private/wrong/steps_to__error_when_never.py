"""A target that is never reached raises an error.

fails: steps_to
points: 1
section: Commonly used activation functions
hint: Try the losses [3, 2] with target 1, and read the error.
hint: The first entry of an empty array does not exist.
hint: Ask first whether there is one.
"""

import numpy as np


def steps_to(losses, target):
    return int(np.flatnonzero(np.asarray(losses) <= target)[0])
