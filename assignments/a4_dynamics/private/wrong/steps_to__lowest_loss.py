"""It returns where the loss is lowest, not where the target is first reached.

fails: steps_to
points: 0
section: Commonly used activation functions
hint: Try the losses 3, 2, 1 with target 2.
hint: A race ends at the target; what comes later plays no part.
hint: Compare with the target, loss by loss.
"""

import numpy as np


def steps_to(losses, target):
    if len(losses) == 0 or min(losses) > target:
        return None
    return int(np.argmin(losses))
