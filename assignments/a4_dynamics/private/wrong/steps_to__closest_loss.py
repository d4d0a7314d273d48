"""It returns where the loss is closest to the target, on either side.

fails: steps_to
points: 0
section: Commonly used activation functions
hint: Try the losses 3, 2.1, 1 with target 2.
hint: Close to the target is not at most the target.
hint: Compare with the target, and take the first success.
"""

import numpy as np


def steps_to(losses, target):
    if len(losses) == 0 or min(losses) > target:
        return None
    return int(np.argmin(np.abs(np.asarray(losses) - target)))
