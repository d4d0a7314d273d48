"""np.vectorize takes its type from the first result, a whole 0, and cuts off all fractions.

fails: relu
points: 0.5
section: Commonly used activation functions
hint: Try an array whose first entry is negative. Are the fractions still there?
hint: np.vectorize looks at the first result only and makes all others like it.
hint: Return a float in both cases, or use a function that works on arrays by itself.
"""

import numpy as np


def relu(z):
    return np.vectorize(lambda entry: entry if entry > 0 else 0)(z)
