"""All rows of a batch are added up to one number, instead of one number for each row.

fails: neuron
points: 3
section: Modeling one neuron
hint: How many numbers should come out for 6 samples?
hint: np.sum without an axis adds over the samples as well as over the features.
hint: The sum runs over the features only, and the features are the last axis of x.
"""

import numpy as np


def neuron(x, w, b):
    z = np.sum(np.asarray(x) * np.asarray(w)) + b
    return np.exp(-np.logaddexp(0, -z))
