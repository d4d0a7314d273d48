"""The bias is accepted as an argument and then never used.

fails: neuron
points: 0
section: Modeling one neuron
hint: Which of the three arguments has no effect on your result?
hint: With x all zeros the answer must still depend on b.
hint: The sum has one more term than there are features; find the one that is missing.
"""

import numpy as np


def neuron(x, w, b):
    z = np.asarray(x) @ np.asarray(w)
    return 1 / (1 + np.exp(-z))
