"""A target that is never reached gives 0, which means reached at once.

fails: steps_to
points: 1
section: Commonly used activation functions
hint: Try the losses [3, 2] with target 1.
hint: argmax gives 0 when nothing is True.
hint: Ask first whether any loss is good enough.
"""

import numpy as np


def steps_to(losses, target):
    reached = np.asarray(losses) <= target
    return int(np.argmax(reached)) if reached.size else None
