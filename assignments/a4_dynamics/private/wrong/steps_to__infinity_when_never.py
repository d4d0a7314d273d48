"""A target that is never reached gives infinity where None is asked for.

fails: steps_to
points: 1
section: Commonly used activation functions
hint: Try the losses [3, 2] with target 1.
hint: Infinity is a sensible idea, but the caller asks for something else.
hint: Read in the text what 'never' should return.
"""

import numpy as np


def steps_to(losses, target):
    for i, loss in enumerate(losses):
        if loss <= target:
            return i
    return np.inf
