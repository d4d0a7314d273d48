"""The strength is divided by the root of the batch size, as in a standard error.

fails: convert_weight_decay
points: 0
section: Setting number of layers and their sizes
hint: What does your code give for 0.01 in batches of 10?
hint: A root belongs to the spread of a mean; these steps hold sums and a division.
hint: Compare the factors in front of w in the two steps.
"""

import numpy as np


def convert_weight_decay(value, batch_size):
    return value / np.sqrt(batch_size)
