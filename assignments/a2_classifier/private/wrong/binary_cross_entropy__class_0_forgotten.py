"""Only samples with label 1 cost something; those with label 0 are left out.

fails: binary_cross_entropy
points: 0
section: Single neuron as a linear classifier
hint: What does a score of 3 cost, if the label is 0?
hint: Your loss has a part that is multiplied by y. What happens to it when y is 0?
hint: With label 0 the right class got the probability 1 - p, and its logarithm counts in the same way.
"""

import numpy as np


def binary_cross_entropy(scores, y):
    return np.mean(np.asarray(y) * np.logaddexp(0, -np.asarray(scores)))
