"""w stands before x in the product: the same for one sample, but wrong for a batch.

fails: neuron
points: 3
section: Modeling one neuron
hint: Try a batch of 6 samples with 3 features each. Which two sizes does NumPy compare?
hint: In a product the last axis of the left factor meets the rows of the right one.
hint: The features are the last axis of x, so x must be the left factor.
"""

import numpy as np


def neuron(x, w, b):
    z = np.dot(w, x) + b
    return np.exp(-np.logaddexp(0, -z))
