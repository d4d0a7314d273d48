"""The slope at 0 is 0, as for plain ReLU; here it is alpha.

fails: leaky_relu_slope
points: 0.5
section: Commonly used activation functions
hint: What does your function give for 0?
hint: The table of the text has a column for the kink and a row for each of the two.
hint: 0 belongs to the left side. How steep is leaky ReLU there?
"""

import numpy as np


def leaky_relu_slope(z, alpha=0.01):
    z = np.asarray(z)
    return (z > 0) + alpha * (z < 0)
