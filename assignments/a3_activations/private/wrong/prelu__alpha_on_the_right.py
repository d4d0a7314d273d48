"""The sides are swapped: alpha scales the positive numbers.

fails: prelu
points: 0
section: Commonly used activation functions
hint: What does your function give for z = 3?
hint: To the right of 0 nothing changes: 3 gives 3.
hint: Which of the two branches belongs to z > 0?
"""

import numpy as np


def prelu(z, alpha):
    z = np.asarray(z)
    return np.where(z > 0, np.asarray(alpha) * z, z)
