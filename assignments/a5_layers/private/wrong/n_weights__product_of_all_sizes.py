"""All sizes are multiplied together, as if the network were one block.

fails: n_weights
points: 0
section: Sizing neural networks
hint: How many matrices are there?
hint: With one layer your number is right, with two it is far too large.
hint: Each layer has a matrix of its own; their entries are added up.
"""

import numpy as np


def n_weights(sizes):
    return int(np.prod(sizes))
