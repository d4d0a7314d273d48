"""argmax is asked before anything else, and it refuses a race without losses.

fails: steps_to
points: 1
section: Commonly used activation functions
hint: Try your function with an empty list, and read the error.
hint: An empty array has no largest entry, and so no place of it.
hint: Ask first whether any loss is good enough; for no losses the answer is no.
"""

import numpy as np


def steps_to(losses, target):
    reached = np.asarray(losses) <= target
    first = int(np.argmax(reached))
    return first if reached[first] else None
